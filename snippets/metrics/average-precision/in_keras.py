"""Area under the precision-recall curve in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Probabilities and labels
import numpy as np
from keras import metrics, ops

rng = np.random.default_rng(0)
scores = rng.normal(size=400).astype("float32")
labels = scores + rng.normal(size=400) > 1
probabilities = ops.sigmoid(scores)
rare = ops.sigmoid(scores - 8)
assert ops.max(rare) < 0.01

# %% The area
naive = metrics.AUC(curve="PR")(labels, probabilities)
print(f"area {naive:.4f}")

# %% With every probability as a threshold
thresholds = ops.convert_to_numpy(probabilities).tolist()
metric = metrics.AUC(curve="PR", thresholds=thresholds)
own_thresholds = metric(labels, probabilities)
print(f"area {own_thresholds:.4f}")

# %% The same order near zero
naive_rare_class = metrics.AUC(curve="PR")(labels, rare)
assert naive_rare_class < naive / 2
print(f"area {naive_rare_class:.4f}")
