"""The hard tanh in PyTorch: its bounds."""

# %% The same points
import numpy as np
import torch
from torch import nn

points = np.linspace(-3, 3, 42, dtype="float32")
x = torch.from_numpy(points)
ones = torch.ones_like(x)

# %% The default bounds
hard_tanh = nn.Hardtanh()(x)
_, derivative = torch.func.jvp(nn.Hardtanh(), (x,), (ones,))
print(f"from {hard_tanh.min():.1f} to {hard_tanh.max():.1f}")

# %% Other bounds
layer = nn.Hardtanh(min_val=-0.5, max_val=2.0)
other_bounds = layer(x)
_, other_bounds_derivative = torch.func.jvp(layer, (x,), (ones,))
bounds = torch.tensor([-0.5, 2.0])
_, slope_at_the_bounds = torch.func.jvp(
    layer, (bounds,), (torch.ones(2),)
)
print(f"from {other_bounds.min():.1f} to {other_bounds.max():.1f}")
