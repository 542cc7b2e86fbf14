"""What parameters() and buffers() of a PyTorch module hold."""

# %% Batch normalization and a linear layer
import numpy as np
import torch
from torch import nn

x = np.random.default_rng(0).normal(size=(8, 4)).astype("float32")
x = torch.from_numpy(x)


def build():
    norm, linear = nn.BatchNorm1d(4), nn.Linear(4, 8)
    return nn.Sequential(norm, linear)


model = build().eval()

# %% parameters() and buffers()
names = [name for name, _ in model.named_parameters()]
print(names)
naive_numbers = sum(p.numel() for p in model.parameters())
naive_buffers = len(list(model.buffers()))
print(naive_numbers, "numbers,", naive_buffers, "buffers")

# %% Only what an optimizer may change
trainable = [p for p in model.parameters() if p.requires_grad]
trainable_numbers = sum(p.numel() for p in trainable)
print("trainable:", trainable_numbers)
assert len(trainable) == len(names)

# %% state_dict() into a second model
twin = build().eval()
twin.load_state_dict(model.state_dict())
naive_accepted = True
tensors, entries = 4 + 3, len(model.state_dict())
naive_doubled = entries == 2 * tensors
assert entries == tensors

# %% What always carries the weights
copied = torch.equal(twin(x), model(x))
assert copied
