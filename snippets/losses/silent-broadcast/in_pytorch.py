"""Targets without the last axis in PyTorch: broadcast."""

# %% Outputs of shape (6, 1), targets of shape (6,)
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 1)).astype("float32")
targets = rng.normal(size=6).astype("float32")
targets = torch.from_numpy(targets)

model = nn.Linear(5, 1, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
outputs = model(torch.from_numpy(features))

# %% The loss as it stands
mse = nn.MSELoss()
naive = mse(outputs, targets)
print(f"loss {naive.item():.4f}")

# %% The loss that is meant
matched = mse(outputs, targets.unsqueeze(1))
differences = outputs - targets
assert differences.shape == (6, 6)
every_with_every = differences.square().mean()
assert torch.isclose(naive, every_with_every)
print(f"loss {matched.item():.4f}")

# %% The gradient of the weights
weight = model.weight
(naive_gradient,) = torch.autograd.grad(
    naive, weight, retain_graph=True
)
naive_gradient = naive_gradient.T
(gradient,) = torch.autograd.grad(matched, weight)
kernel_gradient = gradient.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
