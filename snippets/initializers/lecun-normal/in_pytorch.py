"""LeCun's initialization in PyTorch: built from two others."""

# %% What is wanted: 100 inputs, 200 units
import math

import torch
from torch.nn import init

torch.manual_seed(0)
inputs, units = 1000, 2000  # many weights, to measure them well
weight = torch.empty(units, inputs)
wanted = 1 / math.sqrt(inputs)
assert not any("lecun" in name.lower() for name in dir(init))
print(f"standard deviation {wanted:.4f}")

# %% The right standard deviation
init.kaiming_normal_(weight, nonlinearity="linear")
standard_deviation = weight.std()
naive_reach = weight.abs().flatten().quantile(0.99)
print(f"99 % below {naive_reach / wanted:.2f} deviations")

# %% The cut as well
before_the_cut = wanted / 0.87962566
cut = 2 * before_the_cut
init.trunc_normal_(weight, std=before_the_cut, a=-cut, b=cut)
deviation_of_the_cut = weight.std()
reach = weight.abs().flatten().quantile(0.99)
assert weight.abs().max() <= cut
print(f"99 % below {reach / wanted:.2f} deviations")
