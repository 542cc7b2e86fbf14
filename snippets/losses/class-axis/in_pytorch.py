"""Where PyTorch looks for the classes: on axis 1."""

# %% Scores of five classes in five steps
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
scores = rng.normal(size=(2, 5, 5)).astype("float32")
labels = torch.from_numpy(rng.integers(5, size=(2, 5)))
scores = torch.from_numpy(scores)  # (batch, time, classes)

# %% As the scores come
cross_entropy = nn.CrossEntropyLoss()
naive = cross_entropy(scores, labels)
print(f"loss {naive.item():.4f}, and no error")

# %% With the classes on axis 1
loss = cross_entropy(scores.mT, labels)
flat = cross_entropy(scores.flatten(0, 1), labels.flatten())
assert torch.isclose(loss, flat)
print(f"loss {loss.item():.4f}")

# %% Images
images = rng.normal(size=(2, 4, 6, 3)).astype("float32")
images = torch.from_numpy(images)  # channels last
truth = torch.from_numpy(rng.integers(3, size=(2, 4, 6)))
loss_of_images = cross_entropy(images.permute(0, 3, 1, 2), truth)
print(f"loss {loss_of_images.item():.4f}")

# %% Sizes that differ
refused = False
try:
    cross_entropy(images, truth)
except (RuntimeError, ValueError):
    refused = True
assert refused
