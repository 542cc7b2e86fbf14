"""Mean squared error in PyTorch: predictions first."""

# %% A linear model with given weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 3)).astype("float32")
targets = rng.normal(size=(6, 3)).astype("float32")
targets = torch.from_numpy(targets)

model = nn.Linear(5, 3, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
outputs = model(torch.from_numpy(features))

# %% The mean, the default
mse = nn.MSELoss()
loss = mse(outputs, targets)
assert loss == mse(targets, outputs)
print(f"mean {loss.item():.4f}")

# %% The sum
per_element = nn.MSELoss(reduction="none")
assert per_element(outputs, targets).shape == (6, 3)
naive_sum = nn.MSELoss(reduction="sum")(outputs, targets)
matched_sum = naive_sum
print(f"sum {naive_sum.item():.2f}")

# %% The gradient of the weights
loss.backward()
kernel_gradient = model.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
