"""The hard sigmoid in PyTorch: its slope."""

# %% The same points
import numpy as np
import torch
from torch import nn

points = np.linspace(-4.5, 4.5, 46, dtype="float32")
x = torch.from_numpy(points)

# %% The values
hard_sigmoid = nn.Hardsigmoid()(x)
by_hand = torch.clamp(x / 6 + 0.5, 0, 1)
assert torch.allclose(hard_sigmoid, by_hand, atol=1e-6)

# %% The derivative
ones = torch.ones_like(x)
_, derivative = torch.func.jvp(nn.Hardsigmoid(), (x,), (ones,))
print(f"slope in the middle {derivative[22]:.4f}")

# %% Another line of that name
of_keras_2 = torch.clamp(0.2 * x + 0.5, 0, 1)
naive_for_old_weights = hard_sigmoid
distance = (of_keras_2 - hard_sigmoid).abs()
assert distance.max() > 0.08
print(f"slope 0.2 is {distance.max():.3f} away")
