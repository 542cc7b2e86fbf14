"""Cosine similarity in PyTorch: lengths of at least 1e-8."""

# %% Outputs and targets
import numpy as np
import torch
from torch.nn.functional import cosine_similarity
from torchmetrics import CosineSimilarity

rng = np.random.default_rng(0)
outputs = rng.normal(size=(6, 4)).astype("float32")
targets = rng.normal(size=(6, 4)).astype("float32")
outputs = torch.from_numpy(outputs)
targets = torch.from_numpy(targets)

# %% The metric and the loss
metric = cosine_similarity(outputs, targets).mean()
naive_loss = metric
with_torchmetrics = CosineSimilarity(reduction="mean")
assert torch.isclose(with_torchmetrics(outputs, targets), metric)
naive_sum = CosineSimilarity()(outputs, targets)
assert torch.isclose(naive_sum, 6 * metric)  # six rows
print(f"metric {metric.item():.4f}")

# %% Vectors of length zero and 1e-9
unit = torch.tensor([[0.6, 0.8]])
zero_vectors = cosine_similarity(0 * unit, unit)
short_vectors = cosine_similarity(1e-9 * unit, unit)
assert torch.isclose(short_vectors, torch.tensor(0.1))
print(f"zero {zero_vectors.item()}")
print(f"short {short_vectors.item():.4f}")
