"""Precision of one class in Keras: class_id and top_k."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Probabilities of four classes
import numpy as np
from keras import metrics, ops, utils

rng = np.random.default_rng(0)
classes = rng.integers(4, size=200)
scores = rng.normal(size=(200, 4))
labels = utils.to_categorical(classes, 4)
scores = (scores + labels).astype("float32")
probabilities = ops.softmax(scores)

# %% Class 1
first = dict(class_id=1, top_k=1)
precision = metrics.Precision(**first)(labels, probabilities)
recall = metrics.Recall(**first)(labels, probabilities)
print(f"precision {precision:.3f}")
print(f"recall {recall:.3f}")

# %% Above one half
metric = metrics.Precision(class_id=1)
naive_precision = metric(labels, probabilities)
precision_above_half = naive_precision
print(f"precision {precision_above_half:.3f}")

# %% All classes together
accuracy = metrics.Precision(top_k=1)(labels, probabilities)
print(f"accuracy {accuracy:.3f}")
