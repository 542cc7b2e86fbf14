"""Xavier initialization in PyTorch: fans and limits."""

# %% A convolution's kernel
import math

import torch
from torch.nn import init

torch.manual_seed(0)
inputs, outputs = 512, 1024  # channels
fans = 3 * 3 * inputs + 3 * 3 * outputs
kernel = torch.empty(outputs, inputs, 3, 3)

# %% The limit of the uniform distribution
limit = init.xavier_uniform_(kernel).abs().max()
assert math.isclose(limit, math.sqrt(6 / fans), rel_tol=1e-4)
init.xavier_uniform_(kernel, gain=2.0)
limit_with_gain_2 = kernel.abs().max()
print(f"uniform up to {limit:.4f}, gain 2: {limit_with_gain_2:.4f}")

# %% The same kernel in the other layout
other = torch.empty(3, 3, inputs, outputs)
limit_in_other_layout = init.xavier_uniform_(other).abs().max()
too_narrow = limit / limit_in_other_layout
rule = math.sqrt(2 / 3 * inputs * outputs / (inputs + outputs))
assert math.isclose(too_narrow, rule, rel_tol=1e-3)
print(f"{too_narrow:.1f} times too narrow")

# %% The normal distribution
init.xavier_normal_(kernel)
normal_deviation = kernel.std()
naive_reach = reach = kernel.abs().flatten().quantile(0.99)
print(f"99 % below {reach / normal_deviation:.2f} deviations")
