"""The hinge loss in PyTorch: one line."""

# %% A linear classifier with given weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
features = rng.normal(size=(8, 5)).astype("float32")
kernel = rng.normal(size=(5, 1)).astype("float32")
labels = rng.choice([-1.0, 1.0], size=(8, 1))
labels = torch.from_numpy(labels).float()

model = nn.Linear(5, 1, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
scores = model(torch.from_numpy(features))

# %% The loss with hinge in its name
assert [n for n in dir(nn) if "hinge" in n.lower()] == [
    "HingeEmbeddingLoss"
]
naive = nn.HingeEmbeddingLoss()(scores, labels)
print(f"naive {naive.item():.4f}")

# %% The hinge loss
matched = (1 - labels * scores).relu().mean()
zeros_and_ones = (labels + 1) / 2
untranslated = (1 - zeros_and_ones * scores).relu().mean()
assert not torch.isclose(matched, untranslated)
print(f"hinge {matched.item():.4f}")

# %% A score on the margin
score = torch.ones(1, 1, requires_grad=True)
(1 - score).relu().mean().backward()
naive_slope_on_the_margin = score.grad
slope_of_relu = score.grad
print(f"slope {slope_of_relu.item():.1f}")

# %% The gradient of the weights
matched.backward()
kernel_gradient = model.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
