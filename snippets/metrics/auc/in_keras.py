"""The area under the ROC curve in Keras: 200 thresholds."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Probabilities and labels
import numpy as np
from keras import metrics, ops

rng = np.random.default_rng(0)
scores = rng.normal(size=400).astype("float32")
labels = scores + rng.normal(size=400) > 0.5
probabilities = ops.sigmoid(scores)
rare = ops.sigmoid(scores - 8)
assert ops.max(rare) < 0.01

# %% The area
naive_of_logits = metrics.AUC()(labels, scores)
naive = metrics.AUC(from_logits=True)(labels, scores)
assert naive == metrics.AUC()(labels, probabilities)
print(f"AUC {naive_of_logits:.4f} of logits")
print(f"AUC {naive:.4f}")

# %% The same order near zero
naive_rare_class = metrics.AUC()(labels, rare)
assert naive_rare_class < 0.51 < 0.87 < naive
print(f"AUC {naive_rare_class:.4f}")

# %% More thresholds, or the right ones
rare_class_200_thresholds = naive_rare_class
fine = metrics.AUC(num_thresholds=20_000)
rare_class_many_thresholds = fine(labels, rare)
own = metrics.AUC(thresholds=ops.convert_to_numpy(rare).tolist())
rare_class_own_thresholds = own(labels, rare)
missed = rare_class_own_thresholds - rare_class_many_thresholds
assert 0.0001 < ops.abs(missed) < 0.0003
print(f"AUC {rare_class_many_thresholds:.4f}")
print(f"AUC {rare_class_own_thresholds:.4f}")

# %% Several labels
two = rng.normal(size=(400, 2)).astype("float32")
truth = two * np.array([1.0, 4.0]) > np.array([0.5, -2.0])
truth ^= rng.uniform(size=(400, 2)) < 0.2
naive_two_labels = metrics.AUC()(truth, ops.sigmoid(two))
by_label = metrics.AUC(multi_label=True, num_labels=2)
two_labels = by_label(truth, ops.sigmoid(two))
print(
    f"AUC {naive_two_labels:.4f} of all, {two_labels:.4f} by label"
)
