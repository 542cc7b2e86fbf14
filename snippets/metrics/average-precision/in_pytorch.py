"""Average precision in PyTorch: sort and add."""

# %% Probabilities and labels
import numpy as np
import torch

rng = np.random.default_rng(0)
scores = rng.normal(size=400).astype("float32")
labels = scores + rng.normal(size=400) > 1
scores, labels = torch.from_numpy(scores), torch.from_numpy(labels)
probabilities = scores.sigmoid()
rare = (scores - 8).sigmoid()
assert rare.max() < 0.01


# %% The area
def average_precision(labels, probabilities):
    order = probabilities.argsort(descending=True)
    hits = labels[order].cumsum(0)
    precision = hits / torch.arange(1, len(hits) + 1)
    return precision[labels[order]].mean()  # a step at each hit


naive = average_precision(labels, probabilities)
print(f"area {naive.item():.4f}")

# %% With every probability as a threshold
own_thresholds = naive
print(f"area {own_thresholds.item():.4f}")

# %% The same order near zero
naive_rare_class = average_precision(labels, rare)
assert torch.isclose(naive_rare_class, naive)
print(f"area {naive_rare_class.item():.4f}")
