"""Accuracy in PyTorch: compare and take the mean."""

# %% Logits and labels
import numpy as np
import torch

assert not hasattr(torch, "metrics")
rng = np.random.default_rng(0)
logits = rng.normal(size=(200, 1)).astype("float32")
labels = logits + 0.2 * rng.normal(size=(200, 1)) > 0
logits, labels = torch.from_numpy(logits), torch.from_numpy(labels)

# %% The line a reader copies first
naive = ((logits > 0) == labels).float().mean()
print(f"accuracy {naive.item():.3f}")

# %% The same from logits and from probabilities
matched = naive
probabilities = logits.sigmoid()
right = (probabilities > 0.5) == labels
assert right.float().mean() == matched

# %% Several classes
scores = rng.normal(size=(100, 4)).astype("float32")
classes = torch.from_numpy(rng.integers(4, size=100))
scores = torch.from_numpy(scores)
right = scores.argmax(-1) == classes
several_classes = right.float().mean()
right = scores.softmax(-1).argmax(-1) == classes
assert right.float().mean() == several_classes
print(f"four classes {several_classes.item():.3f}")
