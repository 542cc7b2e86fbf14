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
