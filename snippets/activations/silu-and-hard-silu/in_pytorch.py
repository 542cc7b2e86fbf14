"""SiLU and hard SiLU in PyTorch: names and values."""

# %% The same points
import numpy as np
import torch
from torch import nn

points = np.linspace(-4.9, 5.1, 51, dtype="float32")
x = torch.from_numpy(points)
ones = torch.ones_like(x)

# %% SiLU, also called Swish
silu = nn.SiLU()(x)
assert torch.allclose(silu, x * torch.sigmoid(x))
print(f"smallest value {silu.min():.4f}")

# %% Its piecewise version
hard_silu = nn.Hardswish()(x)
by_hand = x * torch.clamp(x + 3, 0, 6) / 6
assert torch.allclose(hard_silu, by_hand)
print(f"smallest value {hard_silu.min():.4f}")
print(f"furthest apart {(hard_silu - silu).abs().max():.4f}")

# %% The derivatives
_, silu_derivative = torch.func.jvp(nn.SiLU(), (x,), (ones,))
_, hard_silu_derivative = torch.func.jvp(
    nn.Hardswish(), (x,), (ones,)
)
