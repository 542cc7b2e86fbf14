"""Kaiming initialization in PyTorch and Linear's default."""

# %% A layer with half as many outputs
import math

import torch
from torch import nn

torch.manual_seed(0)
inputs, units = 3000, 1500  # many weights, to measure them well
layer = nn.Linear(inputs, units)


def largest():
    return layer.weight.detach().abs().max()


# %% The default
naive_default_limit = largest()
print(f"uniform up to {naive_default_limit:.4f}")

# %% He for layers followed by ReLU
nn.init.kaiming_uniform_(layer.weight)
he_limit = largest()
assert math.isclose(he_limit, math.sqrt(6 / inputs), rel_tol=1e-4)
print(f"uniform up to {he_limit:.4f}")

# %% The default of either framework
nn.init.kaiming_uniform_(layer.weight, a=math.sqrt(5))
limit_of_linear = largest()
assert math.isclose(limit_of_linear, inputs**-0.5, rel_tol=1e-4)
nn.init.xavier_uniform_(layer.weight)
limit_of_dense = largest()
print(f"{limit_of_linear:.4f} and {limit_of_dense:.4f}")

# %% The normal distribution
nn.init.kaiming_normal_(layer.weight)
normal_deviation = layer.weight.detach().std()
sizes = layer.weight.detach().abs().flatten()
naive_reach = reach = sizes.quantile(0.99)
assert sizes.max() > 4 * normal_deviation
print(f"99 % below {reach / normal_deviation:.2f} deviations")
