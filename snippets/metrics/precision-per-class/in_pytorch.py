"""Precision of one class in PyTorch: argmax and a count."""

# %% Probabilities of four classes
import numpy as np
import torch

rng = np.random.default_rng(0)
classes = torch.from_numpy(rng.integers(4, size=200))
scores = torch.from_numpy(rng.normal(size=(200, 4)))
scores += torch.nn.functional.one_hot(classes, 4)
probabilities = scores.softmax(-1)
largest = probabilities.argmax(-1)
assert (probabilities.amax(-1) <= 0.5).float().mean() > 0.25

# %% Class 1
named = largest == 1
hits = (named & (classes == 1)).sum()
precision, recall = hits / named.sum(), hits / (classes == 1).sum()
naive_precision = precision
print(f"precision {precision.item():.3f}")
print(f"recall {recall.item():.3f}")

# %% Above one half
above = probabilities[:, 1] > 0.5
precision_above_half = (above & (classes == 1)).sum() / above.sum()
print(f"precision {precision_above_half.item():.3f}")

# %% All classes together
accuracy = (largest == classes).float().mean()
print(f"accuracy {accuracy.item():.3f}")
