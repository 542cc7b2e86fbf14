"""The log-cosh loss in PyTorch: one line with softplus."""

# %% A linear model with given weights
import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 1)).astype("float32")
targets = rng.normal(size=(6, 1)).astype("float32")
targets = torch.from_numpy(targets)

model = nn.Linear(5, 1, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
outputs = model(torch.from_numpy(features))


# %% An error of 100
def log_cosh(errors):
    return errors + F.softplus(-2 * errors) - math.log(2)


for module in (nn, F):
    names = [name.lower() for name in dir(module)]
    assert not any("cosh" in name for name in names)
error = torch.tensor(100.0)
naive_is_finite = bool(error.cosh().log().isfinite())
large_error = log_cosh(error)
print(f"loss {large_error.item():.2f}")

# %% The loss of the model
loss = log_cosh(outputs - targets).mean()
print(f"loss {loss.item():.4f}")

# %% The gradient of the weights
loss.backward()
kernel_gradient = model.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
