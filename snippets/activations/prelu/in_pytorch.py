"""PReLU in PyTorch: how many slopes are learned."""

# %% The same images and slopes
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 5, 5, 3)).astype("float32")
slopes = np.array([0.1, 0.2, 0.3], "float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% The defaults
layer = nn.PReLU()
naive = layer(x).permute(0, 2, 3, 1).detach()
naive_parameters = layer.weight.numel()
print("slopes:", naive_parameters)
print(f"started at {layer.weight.max():.2f}")

# %% One slope per channel
layer = nn.PReLU(num_parameters=3)
with torch.no_grad():
    layer.weight.copy_(torch.from_numpy(slopes))  # (3,)
output = layer(x).permute(0, 2, 3, 1)
print("slopes:", layer.weight.numel())

# %% One training step
optimizer = torch.optim.SGD(layer.parameters(), lr=1.0)
output.square().mean().backward()
optimizer.step()
slopes_after_step = layer.weight
numbers = [round(a, 3) for a in slopes_after_step.tolist()]
print("slopes after it:", numbers)
