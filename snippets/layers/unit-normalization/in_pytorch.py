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
assert not [n for n in dir(nn) if "unit" in n.lower()]
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
kernel_after_step = linear.weight.T.detach().clone()
print(f"norm of the kernel: {kernel_after_step.norm():.4f}")

# %% A row of zeros in training
linear.load_state_dict({"weight": torch.from_numpy(kernel.T)})
linear.zero_grad()
rows = linear(x)
length = (rows.square().sum(dim=-1, keepdim=True) + 1e-6).sqrt()
F.mse_loss(rows / length, torch.from_numpy(target)).backward()
torch.optim.SGD(linear.parameters(), lr=1.0).step()
with_a_zero_row = linear.weight.T.detach()
zero = torch.zeros(1, 4, requires_grad=True)
(F.normalize(zero, dim=-1) - 1).square().mean().backward()
assert zero.grad.isfinite().all() and zero.grad.abs().min() > 1e9
assert F.normalize(torch.zeros(1, 4).half()).isnan().all()
print(f"slope at zero: {zero.grad[0, 0]:.0e}")
