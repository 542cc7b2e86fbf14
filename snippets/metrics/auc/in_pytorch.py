"""The area under the ROC curve in PyTorch: sort and add."""

# %% Probabilities and labels
import numpy as np
import torch

rng = np.random.default_rng(0)
scores = rng.normal(size=400).astype("float32")
labels = scores + rng.normal(size=400) > 0.5
scores, labels = torch.from_numpy(scores), torch.from_numpy(labels)
probabilities = scores.sigmoid()
rare = (scores - 8).sigmoid()
assert rare.max() < 0.01


# %% The area
def area(labels, probabilities):
    order = probabilities.argsort(descending=True)
    hits = labels[order].cumsum(0) / labels.sum()
    false_alarms = (~labels[order]).cumsum(0) / (~labels).sum()
    return torch.trapezoid(hits, false_alarms)


naive = area(labels, probabilities)
naive_of_logits = area(labels, scores)
assert naive_of_logits == naive
print(f"AUC {naive:.4f}")

# %% The same order near zero
naive_rare_class = area(labels, rare)
assert torch.isclose(naive_rare_class, naive)
print(f"AUC {naive_rare_class:.4f}")

# %% More thresholds, or the right ones
rare_class_many_thresholds = naive_rare_class
rare_class_own_thresholds = naive_rare_class
wins = rare[labels][:, None] > rare[~labels]
assert torch.isclose(wins.float().mean(), naive_rare_class)
