"""Reductions in PyTorch."""

# %% The smallest of each row
import torch

x = torch.tensor([[4.0, 2.0, 9.0], [7.0, 8.0, 1.0]])
smallest, at = torch.min(x, dim=1)
assert torch.equal(smallest, torch.amin(x, dim=1))
print("smallest", smallest.tolist(), "at", at.tolist())

# %% Keep the axis, to subtract
centered = x - torch.mean(x, dim=1, keepdim=True)
print("centered", centered[0].tolist())

# %% Several axes at once
cube = torch.stack([x, 10 * x, x])
over_two_axes = torch.amin(cube, dim=(0, 2))
flat_position = torch.argmin(cube)
print("flat position", flat_position.item())

# %% No axis at all
naive_axes_left = torch.sum(cube, dim=()).ndim
print("axes left by an empty tuple:", naive_axes_left)
assert torch.equal(torch.sum(cube, dim=()), torch.sum(cube))
