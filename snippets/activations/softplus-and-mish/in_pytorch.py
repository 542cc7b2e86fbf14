"""Softplus and Mish in PyTorch: beta and threshold."""

# %% The same points
import numpy as np
import torch
from torch import nn

points = np.linspace(-5.9, 30.1, 61, dtype="float32")
x = torch.from_numpy(points)
ones = torch.ones_like(x)

# %% The defaults
softplus = nn.Softplus()(x)
_, softplus_derivative = torch.func.jvp(
    nn.Softplus(), (x,), (ones,)
)
print(f"softplus of 0: {nn.Softplus()(torch.zeros(1)).item():.4f}")

# %% With beta, and with a threshold
beta_2 = nn.Softplus(beta=2.0)(x)
naive_scaled_input = beta_2
beta_2_threshold_3 = nn.Softplus(beta=2.0, threshold=3.0)(x)
assert torch.equal(beta_2_threshold_3[2 * x > 3], x[2 * x > 3])
gap = (beta_2 - beta_2_threshold_3).abs().max()
print(f"the threshold changes at most {gap:.4f}")

# %% Mish
mish = nn.Mish()(x)
_, mish_derivative = torch.func.jvp(nn.Mish(), (x,), (ones,))
assert torch.allclose(mish, x * torch.tanh(softplus))
print(f"smallest value {mish.min():.4f}")
