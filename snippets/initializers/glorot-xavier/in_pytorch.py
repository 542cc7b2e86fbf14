"""Xavier initialization in PyTorch: fans and limits."""

# %% A convolution's kernel
import math

import torch
from torch.nn import init

torch.manual_seed(0)
fan_in, fan_out = 16 * 3 * 3, 32 * 3 * 3
kernel = torch.empty(32, 16, 3, 3)  # outputs, inputs, height, width


def check(weights, limit):
    assert 0.99 * limit < weights.abs().max() <= 1.0001 * limit
    print(f"uniform up to {limit:.4f}")


# %% The limit of the uniform distribution
limit = math.sqrt(6 / (fan_in + fan_out))
check(init.xavier_uniform_(kernel), limit)
limit_with_gain_2 = 2 * limit
check(init.xavier_uniform_(kernel, gain=2.0), limit_with_gain_2)

# %% The same kernel in the other layout
other = torch.empty(3, 3, 16, 32)
limit_in_other_layout = math.sqrt(6 / (2 * 3 * 16 * 32))
check(init.xavier_uniform_(other), limit_in_other_layout)

# %% The normal distribution
deviation = math.sqrt(2 / (fan_in + fan_out))
init.xavier_normal_(kernel)
assert math.isclose(kernel.std(), deviation, rel_tol=0.05)
naive_normal_has_outliers = kernel.abs().max() > 2.3 * deviation
normal_has_outliers = naive_normal_has_outliers
print("beyond 2.3 deviations:", naive_normal_has_outliers.item())
