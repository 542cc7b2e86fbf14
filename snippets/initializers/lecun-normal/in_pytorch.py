"""LeCun's initialization in PyTorch: built from two others."""

# %% What is wanted: 100 inputs, 200 units
import math

import torch
from torch.nn import init

torch.manual_seed(0)
weight = torch.empty(200, 100)
standard_deviation = 1 / math.sqrt(100)
print(f"standard deviation {standard_deviation:.3f}")
assert not hasattr(init, "lecun_normal_")

# %% The right standard deviation
init.kaiming_normal_(weight, nonlinearity="linear")
assert math.isclose(weight.std(), standard_deviation, rel_tol=0.03)
naive_has_outliers = (weight.abs() > 0.23).any()

# %% The cut as well
before_the_cut = standard_deviation / 0.87962566
cut = 2 * before_the_cut
init.trunc_normal_(weight, std=before_the_cut, a=-cut, b=cut)
assert math.isclose(weight.std(), standard_deviation, rel_tol=0.03)
assert 0.99 * cut < weight.abs().max() <= 1.0001 * cut
has_outliers = (weight.abs() > 0.23).any()
print(f"cut at {cut:.4f}")
