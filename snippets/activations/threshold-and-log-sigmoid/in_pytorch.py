"""Threshold and log-sigmoid in PyTorch."""

# %% The same points
import numpy as np
import torch
from torch import nn

points = np.array([-200, -20, -3, -1, 0, 1, 3, 20], "float32")
x = torch.from_numpy(points)

# %% Log-sigmoid far from zero
log_sigmoid = nn.LogSigmoid()(x)
two_steps = torch.log(torch.sigmoid(x))
print(f"log_sigmoid(-200) = {log_sigmoid[0]:.1f}")
print(f"log(sigmoid(-200)) = {two_steps[0]:.1f}")

# %% Its derivative
ones = torch.ones_like(x)
_, log_sigmoid_derivative = torch.func.jvp(
    nn.LogSigmoid(), (x,), (ones,)
)
print(f"slope at -200: {log_sigmoid_derivative[0]:.1f}")

# %% Replace what is not above a limit
threshold = nn.Threshold(1.0, -7.0)(x)
assert threshold[points == 1] == -7
assert nn.Threshold(1.0, -7.0)(torch.tensor([torch.nan])).isnan()
print("above 1:", threshold.tolist())
