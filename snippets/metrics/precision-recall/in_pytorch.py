"""Precision and recall in PyTorch: counts and a quotient."""

# %% Logits and labels
import numpy as np
import torch

rng = np.random.default_rng(0)
logits = rng.normal(size=300).astype("float32")
labels = torch.from_numpy(logits + rng.normal(size=300) > 0.5)
logits = torch.from_numpy(logits)

# %% From logits
positive = logits > 0
hits = (positive & labels).sum()
precision, recall = hits / positive.sum(), hits / labels.sum()
naive_on_logits = torch.stack([precision, recall])
precision_and_recall = naive_on_logits
print(f"precision {precision:.3f}, recall {recall:.3f}")

# %% Several thresholds
probabilities = logits.sigmoid()
thresholds = torch.tensor([0.3, 0.5, 0.7])
positive = probabilities[:, None] > thresholds
hits = (positive & labels[:, None]).sum(0)
precision_at_thresholds = hits / positive.sum(0)
print("precision", [f"{p:.3f}" for p in precision_at_thresholds])

# %% Where nothing is called positive
positive = probabilities > 0.999
hits = (positive & labels).sum()
naive_is_finite = bool((hits / positive.sum()).isfinite())
assert not naive_is_finite
nothing_positive = hits / positive.sum().clamp(min=1)
print(f"precision {nothing_positive:.1f}")
