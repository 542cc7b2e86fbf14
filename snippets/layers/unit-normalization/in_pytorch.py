"""Vectors of length one in PyTorch: a function."""

# %% The same vectors, one of them zero
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

rng = np.random.default_rng(0)
vectors = rng.normal(size=(2, 3, 4)).astype("float32")
vectors[0, 0] = 0
target = rng.normal(size=(2, 3, 4)).astype("float32")
kernel = rng.normal(size=(4, 4)).astype("float32")
x = torch.from_numpy(vectors)

# %% The line a reader copies first
assert not hasattr(nn, "UnitNorm")
naive = F.normalize(x)  # along axis 1

# %% Name the axis
matched = F.normalize(x, dim=-1)
assert not matched[0, 0].any()
two_axes = F.normalize(x, dim=(1, 2))
print(f"length: {matched[1, 0].norm():.4f}")

# %% Train a layer below it
linear = nn.Linear(4, 4, bias=False)
linear.load_state_dict({"weight": torch.from_numpy(kernel.T)})
output = F.normalize(linear(x[1:]), dim=-1)
F.mse_loss(output, torch.from_numpy(target[1:])).backward()
torch.optim.SGD(linear.parameters(), lr=1.0).step()
kernel_after_step = linear.weight.T
print(f"norm of the kernel: {kernel_after_step.norm():.4f}")
