"""Top-k accuracy in PyTorch: TorchMetrics names k classes."""

# %% Scores of ten classes
import numpy as np
import torch
from torchmetrics.classification import MulticlassAccuracy

rng = np.random.default_rng(0)
scores = rng.normal(size=(50, 10)).astype("float32")
scores = torch.from_numpy(scores)
labels = torch.arange(50) % 10

# %% Top five
accuracy = MulticlassAccuracy(10, top_k=5, average="micro")
without_ties = accuracy(scores, labels)
best = scores.topk(5).indices
hits = (best == labels[:, None]).any(-1)
assert torch.isclose(without_ties, hits.float().mean())
print(f"top-5 {without_ties:.3f}")

# %% A model that scores all classes the same
constant = torch.zeros(50, 10)
accuracy.reset()
naive_all_scores_equal = accuracy(constant, labels)
assert naive_all_scores_equal == 5 / 10
print(f"top-5 {naive_all_scores_equal:.3f}")


# %% Count the classes that score higher
def top_k(labels, scores, k=5):
    own = scores.gather(1, labels[:, None])
    return ((scores > own).sum(-1) < k).float().mean()


all_scores_equal = top_k(labels, constant)
assert top_k(labels, scores) == without_ties
print(f"top-5 {all_scores_equal:.3f}")
