"""Constant initialization in PyTorch."""

# %% The same inputs
import numpy as np
import torch
from torch import nn

torch.manual_seed(0)
rng = np.random.default_rng(0)
inputs = rng.normal(size=(6, 4)).astype("float32")
x = torch.from_numpy(inputs)

# %% A layer of constants
layer = nn.Linear(4, 3)
print("weights before:", len(list(layer.parameters())))
nn.init.constant_(layer.weight, 0.5)
nn.init.ones_(layer.bias)
assert layer.weight.requires_grad
output = layer(x)
print("weights after:", len(list(layer.parameters())))

# %% One training step
optimizer = torch.optim.SGD(layer.parameters(), lr=0.5)
output.square().mean().backward()
optimizer.step()
kernel_after_step = layer.weight.T
bias_after_step = layer.bias
assert (kernel_after_step == kernel_after_step[:, :1]).all()
first, head = nn.Linear(4, 3), nn.Linear(3, 1)
nn.init.constant_(first.weight, 0.5)
head(first(x)).square().mean().backward()
slopes = first.weight.grad
assert not torch.allclose(slopes, slopes[:1])  # apart from now on
print(f"each bias {bias_after_step[0]:.4f}")
