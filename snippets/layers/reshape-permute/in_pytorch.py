"""Reshape and permute in PyTorch: every axis counts."""

# %% The same values
import numpy as np
import torch

values = np.arange(24, dtype="float32").reshape(2, 12)
x = torch.from_numpy(values)

# %% The numbers of the other side
naive_axes = x.reshape(-1, 4).ndim  # the batch axis is gone
print("axes:", naive_axes)

# %% Reshape
reshaped = x.reshape(2, 3, 4)
inferred = x.reshape(2, 6, -1)
print("first row:", reshaped[0, 0].tolist())

# %% Permute
permuted = reshaped.permute(0, 2, 1)
assert not torch.equal(permuted, x.reshape(2, 4, 3))
print("first row:", permuted[0, 0].tolist())
mixed = reshaped.permute(1, 0, 2)  # allowed, moves the batch
print("shape:", tuple(mixed.shape))

# %% The batch axis
same = x.reshape(2, 3, 4)
assert torch.equal(same, x.unflatten(1, (3, 4)))
