"""The truncated normal in PyTorch: bounds are values."""

# %% The defaults
import math

import torch
from torch.nn import init

torch.manual_seed(0)
weight = init.trunc_normal_(torch.empty(100, 200))
naive_default_cut = round(weight.abs().max().item(), 2)
print(f"largest value {naive_default_cut:.2f}")

# %% Only the standard deviation given
init.trunc_normal_(weight, std=0.05)
naive_has_outliers = (weight.abs() > 0.101).any().item()
print("beyond two deviations:", naive_has_outliers)

# %% The cut given as well
init.trunc_normal_(weight, std=0.05, a=-0.1, b=0.1)
has_outliers = (weight.abs() > 0.101).any().item()
cut = round(weight.abs().max().item(), 3)
print(f"largest value {cut:.2f}")

# %% The standard deviation that remains
density = math.exp(-2) / math.sqrt(2 * math.pi)  # at 2
inside = math.erf(2 / math.sqrt(2))  # the share within 2
standard_deviation = 0.05 * math.sqrt(1 - 4 * density / inside)
assert math.isclose(weight.std(), standard_deviation, rel_tol=0.03)
print(f"standard deviation {standard_deviation:.4f}")
