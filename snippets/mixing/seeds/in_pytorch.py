"""What torch.manual_seed repeats."""

# %% Draw the same things twice
import torch
from torch import nn


def draw():
    """New weights of a layer, and a pattern of dropout."""
    layer, drop = nn.Linear(3, 4), nn.Dropout(0.5)
    return layer.weight.detach(), drop(torch.ones(100))


def repeats(seed):
    seed(3)
    first = draw()
    assert (first[1] == 0).any()  # some were dropped
    seed(3)
    again = draw()
    pairs = zip(first, again, strict=True)
    return [torch.equal(a, b) for a, b in pairs]


# %% Only the seed of PyTorch
naive_repeats = repeats(torch.manual_seed)
print("weights, dropout repeat:", naive_repeats)

# %% The seed that covers the layers
all_repeat = repeats(torch.manual_seed)
assert all(all_repeat)
