"""ReLU and its relatives in PyTorch: one class for each."""

# %% The same points
import numpy as np
import torch
from torch import nn

points = np.linspace(-3.9, 8.1, 49, dtype="float32")
x = torch.from_numpy(points)

# %% The argument that comes first
naive_relu_of_6 = nn.ReLU(6.0)(x.clone())
print(f"largest output {naive_relu_of_6.max():.2f}")
assert nn.ReLU(6.0).inplace  # the number was taken for a flag

# %% Cap the output
relu6 = nn.ReLU6()(x)
capped_at_2 = nn.Hardtanh(0, 2)(x)
ones = torch.ones_like(x)
_, relu6_derivative = torch.func.jvp(nn.ReLU6(), (x,), (ones,))
print(f"largest output {relu6.max():.2f}, {capped_at_2.max():.2f}")

# %% Move the threshold
thresholded = nn.Threshold(1.0, 0.0)(x)
sloped_below_threshold = torch.where(x >= 1, x, 0.1 * (x - 1))
nan = torch.tensor([torch.nan])
for layer in (nn.ReLU(), nn.ReLU6(), nn.Threshold(1.0, 0.0)):
    assert layer(nan).isnan()
print(f"smallest output {sloped_below_threshold.min():.2f}")
