"""Class weights in PyTorch where each time step has a label."""

# %% Scores and labels of two sequences
import torch
from torch.nn import functional as F

weights = torch.tensor([1.0, 3.0])


def mean_loss(labels):
    """All scores are 0; the weighted losses, averaged."""
    logits = torch.zeros(len(labels), 2, labels.shape[1])
    each = F.cross_entropy(
        logits, labels, weights, reduction="none"
    )
    return each.mean().item()


# %% Sequences as long as the batch
naive_square = mean_loss(torch.tensor([[0, 1], [1, 1]]))
print(f"{naive_square:.3f}")

# %% A weight for each label
square = mean_loss(torch.tensor([[0, 1], [1, 1]]))
longer = mean_loss(torch.tensor([[0, 1, 0], [1, 1, 0]]))
print(f"{square:.3f} and {longer:.3f}")
