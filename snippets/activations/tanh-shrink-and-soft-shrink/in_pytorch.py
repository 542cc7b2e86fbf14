"""The shrinking functions in PyTorch: their thresholds."""

# %% The same points
import numpy as np
import torch
from torch import nn

points = np.linspace(-2, 2, 42, dtype="float32")
x = torch.from_numpy(points)
ones = torch.ones_like(x)

# %% Move towards zero, or cut
soft_shrink = nn.Softshrink()(x)
soft_shrink_1 = nn.Softshrink(lambd=1.0)(x)
hard_shrink = nn.Hardshrink()(x)
print(f"softshrink of 2: {soft_shrink[-1]:.2f}")
print(f"hardshrink of 2: {hard_shrink[-1]:.2f}")
inside = x.abs() < 0.5
assert not soft_shrink[inside].any()
assert not hard_shrink[inside].any()
nan = torch.tensor([torch.nan])
assert nn.Softshrink()(nan).isnan()
assert nn.Hardshrink()(nan).isnan()

# %% Subtract the tangent
tanh_shrink = nn.Tanhshrink()(x)
assert torch.allclose(tanh_shrink, x - x.tanh(), atol=1e-6)
print(f"tanhshrink of 2: {tanh_shrink[-1]:.3f}")

# %% The derivatives
_, soft_shrink_derivative = torch.func.jvp(
    nn.Softshrink(), (x,), (ones,)
)
_, tanh_shrink_derivative = torch.func.jvp(
    nn.Tanhshrink(), (x,), (ones,)
)
