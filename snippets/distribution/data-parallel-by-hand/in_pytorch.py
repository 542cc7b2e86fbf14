"""Data parallelism in PyTorch: average two gradients."""

# %% A batch and a model
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(8, 3)).astype("float32"))
y = torch.from_numpy(rng.normal(size=(8, 1)).astype("float32"))
model = nn.Linear(3, 1, bias=False)
nn.init.ones_(model.weight)


def gradient(x, y, norm=None):
    inputs = norm(x) if norm else x
    loss = nn.functional.mse_loss(model(inputs), y)
    return torch.autograd.grad(loss, model.weight)[0].T


# %% One device: the whole batch
whole_batch_gradient = gradient(x, y)
print([f"{slope:.3f}" for slope in whole_batch_gradient[:, 0]])

# %% Two devices: half a batch each
first, second = gradient(x[:4], y[:4]), gradient(x[4:], y[4:])
averaged_gradient = (first + second) / 2
assert not torch.allclose(first, second)
assert torch.allclose(averaged_gradient, whole_batch_gradient)
ratio = (first + second).norm() / whole_batch_gradient.norm()
print(f"sum / whole {ratio:.3f}")

# %% With batch normalization
norm = nn.BatchNorm1d(3, affine=False)
whole = gradient(x, y, norm)
first = gradient(x[:4], y[:4], norm)
second = gradient(x[4:], y[4:], norm)
with_normalization = (first + second) / 2
assert not torch.allclose(with_normalization, whole, rtol=0.05)
