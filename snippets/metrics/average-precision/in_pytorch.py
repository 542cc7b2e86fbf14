"""Average precision in PyTorch: TorchMetrics."""

# %% Probabilities and labels
import numpy as np
import torch
from torchmetrics.classification import BinaryAveragePrecision

rng = np.random.default_rng(0)
scores = rng.normal(size=400).astype("float32")
labels = scores + rng.normal(size=400) > 1
scores, labels = torch.from_numpy(scores), torch.from_numpy(labels)
probabilities = scores.sigmoid()
rare = (scores - 8).sigmoid()
assert rare.max() < 0.01

# %% The area
average_precision = BinaryAveragePrecision()
naive = average_precision(probabilities, labels)
order = probabilities.argsort(descending=True)
precision = labels[order].cumsum(0) / torch.arange(1, 401)
by_hand = precision[labels[order]].mean()  # a step at each hit
assert torch.isclose(naive, by_hand)
print(f"area {naive.item():.4f}")

# %% With every probability as a threshold
own_thresholds = naive
print(f"area {own_thresholds.item():.4f}")

# %% The same order near zero
average_precision.reset()
naive_rare_class = average_precision(rare, labels)
assert torch.isclose(naive_rare_class, naive)
print(f"area {naive_rare_class.item():.4f}")
