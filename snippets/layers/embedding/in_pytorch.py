"""Embedding in PyTorch: initialisation, lookup, padding."""

# %% The same table and ids
import numpy as np
import torch
from torch import nn

table = (
    np.random.default_rng(0).normal(size=(6, 3)).astype("float32")
)
ids = torch.tensor([[4, 2, 5, 0], [1, 3, 0, 0]])  # 0 is padding

# %% What a fresh table holds
torch.manual_seed(0)
fresh = nn.Embedding(10_000, 64, padding_idx=0).weight
naive_fresh_std = fresh.std().item()
assert not fresh[0].any()
assert abs(naive_fresh_std - 1) < 0.01
print(f"fresh std: {naive_fresh_std:.3f}")
nn.init.uniform_(fresh, -0.05, 0.05)
matched_fresh_std = fresh.std().item()

# %% Carry the table over
weight = torch.from_numpy(table.copy())
embedding = nn.Embedding.from_pretrained(
    weight, freeze=False, padding_idx=0
)
lookup = embedding(ids)

# %% Average over the tokens
naive_mean = lookup.mean(dim=1)
naive_mean.sum().backward()
assert not embedding.weight.grad[0].any()  # padding_idx
bag = nn.EmbeddingBag.from_pretrained(
    weight, freeze=False, mode="mean", padding_idx=0
)
masked_mean = bag(ids)
padding_only = bag(torch.tensor([[0, 0]]))
assert not padding_only.any()  # Keras divides by zero here

# %% Train one step
masked_mean.square().mean().backward()
torch.optim.SGD(bag.parameters(), lr=1.0).step()
table_after_step = bag.weight.detach()
assert np.array_equal(table_after_step[0], table[0])

# %% Ids outside the table
for outside in (-1, 6):
    try:
        embedding(torch.tensor([outside]))
    except IndexError as error:
        print(outside, error)
    else:
        raise AssertionError("an error was expected")
