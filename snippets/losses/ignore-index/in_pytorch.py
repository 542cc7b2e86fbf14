"""Ignored labels in PyTorch."""

# %% A linear classifier, two labels are padding
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
labels = torch.tensor([0, 1, -100, 3, 1, -100])

model = nn.Linear(5, 4, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
logits = model(torch.from_numpy(features))

# %% Average over the labels that count
cross_entropy = nn.CrossEntropyLoss()
assert cross_entropy.ignore_index == -100  # the default
loss = cross_entropy(logits, labels)
counts = labels != -100
of_others = cross_entropy(logits[counts], labels[counts])
assert torch.isclose(loss, of_others)
print(f"loss {loss.item():.4f}")

# %% The gradient of the weights
loss.backward()
kernel_gradient = model.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")

# %% With sample weights
weights = torch.tensor([1.0, 2, 3, 4, 5, 6])
each = nn.CrossEntropyLoss(reduction="none")(logits, labels)
assert not each[~counts].any()
weighted_loss = (weights * each).sum() / counts.sum()
weighted_mean = (weights * each).sum() / weights[counts].sum()
print(f"{weighted_loss.item():.4f}, {weighted_mean.item():.4f}")

# %% When all are ignored
nothing = cross_entropy(logits, torch.full((6,), -100))
all_ignored_is_nan = bool(nothing.isnan())
assert all_ignored_is_nan
print(f"loss {nothing.item()}")
