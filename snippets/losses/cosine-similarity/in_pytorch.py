"""Cosine similarity in PyTorch: a distance as the loss."""

# %% Vectors to be turned towards others
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

# %% The loss
alike = torch.ones(len(outputs))
naive = nn.CosineEmbeddingLoss()(outputs, targets, alike)
print(f"loss {naive.item():.4f}")

# %% The cosines themselves
cosines = nn.CosineSimilarity(dim=-1)(outputs, targets)
matched = naive
assert torch.isclose(naive, 1 - cosines.mean())
print(f"mean cosine {cosines.mean().item():.4f}")

# %% The gradient of the weights
matched.backward()
kernel_gradient = model.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")

# %% An output of zeros
zeros = torch.zeros(1, 3, requires_grad=True)
nn.CosineEmbeddingLoss()(zeros, targets[:1], alike[:1]).backward()
assert zeros.grad.isfinite().all() and zeros.grad.abs().max() > 1e5
print(f"largest slope {zeros.grad.abs().max():.3g}")
