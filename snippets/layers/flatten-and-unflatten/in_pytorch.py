"""Flatten and unflatten in PyTorch."""

# %% The same values
import numpy as np
import torch
from torch import nn

values = np.arange(24, dtype="float32").reshape(2, 3, 2, 2)
x = torch.from_numpy(values)

# %% The line a reader copies first
copied = torch.flatten(x)  # the batch axis too
naive_batch_size = copied.shape[0]
print("shape:", tuple(copied.shape))

# %% Keep the batch axis
flat = nn.Flatten()(x)
middle = nn.Flatten(start_dim=2)(x)
everything = nn.Flatten(start_dim=0)(x)
assert torch.equal(everything, copied)
print("shapes:", tuple(flat.shape), tuple(middle.shape))

# %% And back
restored = nn.Unflatten(1, (3, 2, 2))(flat)
assert torch.equal(restored, x)
