"""Precision and recall in Keras: the threshold is 0.5."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Logits and labels
import numpy as np
from keras import metrics, ops

rng = np.random.default_rng(0)
logits = rng.normal(size=300).astype("float32")
labels = logits + rng.normal(size=300) > 0.5

# %% From logits
both = metrics.Precision(), metrics.Recall()
naive_on_logits = ops.stack([m(labels, logits) for m in both])
both = metrics.Precision(thresholds=0), metrics.Recall(thresholds=0)
precision, recall = (m(labels, logits) for m in both)
precision_and_recall = ops.stack([precision, recall])
print(f"precision {precision:.3f}, recall {recall:.3f}")

# %% Several thresholds
probabilities = ops.sigmoid(logits)
metric = metrics.Precision(thresholds=[0.3, 0.5, 0.7])
precision_at_thresholds = metric(labels, probabilities)
print("precision", [f"{p:.3f}" for p in precision_at_thresholds])

# %% Where nothing is called positive
metric = metrics.Precision(thresholds=0.999)
nothing_positive = metric(labels, probabilities)
print(f"precision {nothing_positive:.1f}")
