"""CELU in PyTorch: what alpha does to the slope at zero."""

# %% The same points
import numpy as np
import torch
from torch import nn

points = np.linspace(-4, 4, 40, dtype="float32")
x = torch.from_numpy(points)
ones = torch.ones_like(x)

# %% The default is ELU
celu = nn.CELU()(x)
assert torch.allclose(celu, nn.ELU()(x))
print(f"CELU of -4: {celu[0]:.3f}")

# %% With another alpha it is not
celu_alpha_2 = nn.CELU(alpha=2.0)(x)
print(f"CELU of -4: {celu_alpha_2[0]:.3f}")

# %% The slope just below zero
_, derivative_alpha_2 = torch.func.jvp(
    nn.CELU(alpha=2.0), (x,), (ones,)
)
_, elu_derivative_alpha_2 = torch.func.jvp(
    nn.ELU(alpha=2.0), (x,), (ones,)
)
_, at_zero = torch.func.jvp(nn.CELU(), (0 * x,), (ones,))
assert at_zero[0] == 1
print(f"x = {x[19]:.3f}")
print(f"CELU's slope {derivative_alpha_2[19]:.3f}")
print(f"ELU's slope  {elu_derivative_alpha_2[19]:.3f}")
