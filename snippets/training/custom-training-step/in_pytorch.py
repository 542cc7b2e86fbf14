"""Clip the gradient and record its norm in a PyTorch loop."""

# %% Data and initial weights, made with NumPy
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(64, 4)).astype("float32"))
y = 3 * x.sum(1, keepdim=True)
kernel = rng.normal(size=(4, 1)).astype("float32")

# %% A step that clips and reports the norm
model = nn.Linear(4, 1)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
    model.bias.zero_()
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)


def train_step(x, y):
    optimizer.zero_grad()
    loss = F.mse_loss(model(x), y)
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss.item(), norm.item()


# %% Ten steps
losses, gradient_norms = [], []
for _ in range(5):  # epochs of two batches
    batches = zip(x.split(32), y.split(32), strict=True)
    steps = np.array([train_step(a, b) for a, b in batches])
    loss, norm = steps.mean(axis=0)
    losses.append(loss)
    gradient_norms.append(norm)

# %% What was recorded
weight_after = model.weight.T
assert gradient_norms[0] > 1  # clipped
print(f"loss {losses[0]:.3f} -> {losses[-1]:.3f}")
print(f"norm {gradient_norms[0]:.3f} -> {gradient_norms[-1]:.3f}")

# %% A bare number
naive_loss = losses[0]
print(f"loss of the first epoch {naive_loss:.3f}")
