"""The F1 score in PyTorch: counts and a quotient."""

# %% Two classes, one output
import numpy as np
import torch
from torch.nn import functional as F

rng = np.random.default_rng(0)
probabilities = rng.uniform(size=(100, 1)).astype("float32")
labels = rng.uniform(size=(100, 1)) < probabilities**2
probabilities = torch.from_numpy(probabilities)
labels = torch.from_numpy(labels)


def f1(labels, predictions):
    hits = (labels & predictions).sum(0)
    return 2 * hits / (labels.sum(0) + predictions.sum(0))


binary = naive_binary = f1(labels, probabilities > 0.5)
print(f"F1 {binary.item():.3f}")

# %% Three classes
scores = rng.normal(size=(100, 3)).astype("float32")
scores = torch.from_numpy(scores)
classes = torch.arange(100) % 7 // 3  # 0 0 0 1 1 1 2
labels = F.one_hot(classes).bool()
scores += labels
predictions = F.one_hot(scores.argmax(-1), 3).bool()
per_class = f1(labels, predictions)
print("F1", [f"{score:.3f}" for score in per_class])

# %% Three ways to average
macro = per_class.mean()
shares = labels.float().mean(0)
weighted = (shares * per_class).sum()
micro = f1(labels.flatten(), predictions.flatten())
macro_weighted_micro = torch.stack([macro, weighted, micro])
assert micro == (scores.argmax(-1) == classes).float().mean()
print("F1", [f"{score:.3f}" for score in macro_weighted_micro])
