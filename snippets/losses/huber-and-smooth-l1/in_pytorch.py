"""The Huber and the smooth L1 loss in PyTorch."""

# %% A linear model with given weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
features = rng.normal(size=(8, 5)).astype("float32")
kernel = rng.normal(size=(5, 1)).astype("float32")
targets = rng.normal(size=(8, 1)).astype("float32")
targets = torch.from_numpy(targets)

model = nn.Linear(5, 1, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
outputs = model(torch.from_numpy(features))

# %% The default, and the same number for delta and beta
default = nn.SmoothL1Loss()(outputs, targets)
smooth_l1 = nn.SmoothL1Loss(beta=2.0)
naive = smooth_l1(outputs, targets)
print(f"default {default.item():.3f}, with 2 {naive.item():.3f}")

# %% The Huber loss and the smooth L1 loss
huber = nn.HuberLoss(delta=2.0)(outputs, targets)
matched = naive
assert default == nn.HuberLoss()(outputs, targets)
print(f"huber {huber.item():.3f}, smooth L1 {matched.item():.3f}")

# %% The gradient of the weights
matched.backward()
kernel_gradient = model.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
