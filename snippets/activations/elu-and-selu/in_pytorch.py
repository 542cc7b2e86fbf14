"""ELU and SELU in PyTorch: defaults and constants."""

# %% The same points
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

points = np.linspace(-3.9, 4.1, 41, dtype="float32")
x = torch.from_numpy(points)
ones = torch.ones_like(x)

# %% ELU
elu = nn.ELU()(x)
elu_alpha_half = nn.ELU(alpha=0.5)(x)
_, elu_derivative = torch.func.jvp(F.elu, (x,), (ones,))
print(f"ELU of -3.9: {elu[0]:.3f}, {elu_alpha_half[0]:.3f}")

# %% SELU is ELU with two constants
selu = nn.SELU()(x)
_, selu_derivative = torch.func.jvp(F.selu, (x,), (ones,))
scale, alpha = 1.0507010, 1.6732632
assert torch.allclose(selu, scale * F.elu(x, alpha))
_, at_zero = torch.func.jvp(F.selu, (0 * x,), (ones,))
assert torch.isclose(at_zero[0], torch.tensor(scale * alpha))
far_below = torch.tensor([-100.0], dtype=torch.bfloat16)
assert F.selu(far_below) == -1.7578125
print(f"SELU of -3.9: {selu[0]:.3f}")
