"""Weighted means in PyTorch: say what to divide by."""

# %% Outputs, targets and weights
import numpy as np
import torch
from torch.nn.functional import mse_loss
from torchmetrics import MeanMetric, MeanSquaredError

rng = np.random.default_rng(0)
outputs = rng.normal(size=(8, 1)).astype("float32")
targets = rng.normal(size=(8, 1)).astype("float32")
outputs = torch.from_numpy(outputs)
targets = torch.from_numpy(targets)
weights = torch.tensor([[1.0], [1], [1], [1], [5], [5], [5], [5]])

# %% Three means
errors = mse_loss(outputs, targets, reduction="none")
naive_loss = mse_loss(outputs, targets, weight=weights)
loss = (weights * errors).mean()
metric = MeanSquaredError()(outputs, targets)
weighted_metric = MeanMetric()(errors, weights)
assert torch.isclose(naive_loss, weighted_metric)
print(f"loss {loss:.3f}, with weight= {naive_loss:.3f}")
print(f"metric {metric:.3f}")
print(f"weighted metric {weighted_metric:.3f}")

# %% Weights with mean one
scaled = weights / weights.mean()
loss_of_scaled_weights = (scaled * errors).mean()
assert torch.isclose(loss_of_scaled_weights, weighted_metric)
print(f"loss {loss_of_scaled_weights:.3f}")
