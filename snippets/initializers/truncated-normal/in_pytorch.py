"""The truncated normal in PyTorch: bounds are values."""

# %% The defaults
import torch
from torch.nn import init

torch.manual_seed(0)
weight = torch.empty(2000, 2000)
naive_deviation = init.trunc_normal_(weight).std()
print(f"standard deviation {naive_deviation:.3f}")


# %% Only the standard deviation given
def reach_of(weight):
    return weight.abs().flatten().quantile(0.99)


init.trunc_normal_(weight, std=0.05)
naive_reach = reach_of(weight)
print(f"99 % below {naive_reach:.4f}")

# %% The cut given as well
init.trunc_normal_(weight, std=0.05, a=-0.1, b=0.1)
reach = reach_of(weight)
assert weight.abs().max() <= 0.1
print(f"99 % below {reach:.4f}")

# %% The standard deviation that remains
standard_deviation = weight.std()
print(f"standard deviation {standard_deviation:.4f}")
