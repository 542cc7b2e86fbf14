"""Clamping and choosing in PyTorch."""

# %% Keep values between two bounds
import torch

x = torch.tensor([-2.0, -0.5, 0.5, 3.0])
between, derivative = torch.func.jvp(
    lambda x: torch.clamp(x, -1, 1), (x,), (torch.ones(4),)
)
print("clamped", between.tolist())
print("derivative", derivative.tolist())

# %% One bound only
from_below = torch.clamp(x, min=0)
print("from below", from_below.tolist())

# %% Choose by a condition
replaced = torch.where(x < 0, 10 * x, x)
positions = torch.where(x < 0)[0]
print("replaced", replaced.tolist(), "at", positions.tolist())

# %% The slope at a bound
edges = torch.tensor([-1.0, 1.0, 0.5], requires_grad=True)
torch.clamp(edges, -1, 1).sum().backward()
slope_at_bound = edges.grad
zero = torch.zeros(1, requires_grad=True)
torch.clamp(zero, min=0).sum().backward()
print("at the bounds", edges.grad.tolist(), zero.grad.tolist())
