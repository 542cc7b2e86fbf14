"""Top-k accuracy in PyTorch: topk names exactly k classes."""

# %% Scores of ten classes
import numpy as np
import torch

rng = np.random.default_rng(0)
scores = rng.normal(size=(50, 10)).astype("float32")
scores = torch.from_numpy(scores)
labels = torch.arange(50) % 10

# %% Top five
best = scores.topk(5).indices
without_ties = (best == labels[:, None]).any(-1).float().mean()
print(f"top-5 {without_ties.item():.3f}")

# %% A model that scores all classes the same
constant = torch.zeros(50, 10)
best = constant.topk(5).indices
hits = (best == labels[:, None]).any(-1)
naive_all_scores_equal = hits.float().mean()
assert naive_all_scores_equal == 5 / 10
print(f"top-5 {naive_all_scores_equal.item():.3f}")


# %% Count the classes that score higher
def top_k(labels, scores, k=5):
    own = scores.gather(1, labels[:, None])
    return ((scores > own).sum(-1) < k).float().mean()


all_scores_equal = top_k(labels, constant)
assert all_scores_equal == 1
assert top_k(labels, scores) == without_ties
print(f"top-5 {all_scores_equal.item():.3f}")
