"""Precision and recall in PyTorch: TorchMetrics."""

# %% Logits and labels
import numpy as np
import torch
from torchmetrics.classification import (
    BinaryPrecision,
    BinaryRecall,
)

rng = np.random.default_rng(0)
logits = rng.normal(size=300).astype("float32")
labels = torch.from_numpy(logits + rng.normal(size=300) > 0.5)
logits = torch.from_numpy(logits)

# %% From logits
both = BinaryPrecision(), BinaryRecall()
precision, recall = (m(logits, labels) for m in both)
naive_on_logits = torch.stack([precision, recall])
precision_and_recall = naive_on_logits
print(f"precision {precision:.3f}, recall {recall:.3f}")

# %% Several thresholds
probabilities = logits.sigmoid()
precision_at_thresholds = torch.stack(
    [
        BinaryPrecision(threshold)(probabilities, labels)
        for threshold in (0.3, 0.5, 0.7)
    ]
)
print("precision", [f"{p:.3f}" for p in precision_at_thresholds])

# %% Where nothing is called positive
nothing_positive = BinaryPrecision(0.999)(probabilities, labels)
named = probabilities > 0.999
by_hand = (named & labels).sum() / named.sum()
assert by_hand.isnan()
print(f"precision {nothing_positive:.1f}, by hand {by_hand}")
