"""Accuracy over tokens in Keras: flatten first."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A batch of long sequences, a batch of short ones
import numpy as np
from keras import metrics

rng = np.random.default_rng(0)
batches = []
for length, margin in (12, 2), (3, 0):
    labels = rng.integers(1, 5, size=(4, length))
    scores = rng.normal(size=(4, length, 5))
    scores += margin * np.eye(5)[labels]
    batches.append((labels, scores.astype("float32")))

# %% Over tokens and over sequences
naive = metrics.SparseCategoricalAccuracy()
weighted = metrics.SparseCategoricalAccuracy()
flat = metrics.SparseCategoricalAccuracy()
for y, scores in batches:
    naive.update_state(y, scores)
    weighted.update_state(y, scores, sample_weight=np.ones_like(y))
    flat.update_state(y.reshape(-1), scores.reshape(-1, 5))
naive_accuracy = of_sequences = naive.result()
of_tokens = flat.result()
assert np.isclose(float(weighted.result()), float(naive_accuracy))
print(f"tokens {of_tokens:.3f}")
print(f"sequences {of_sequences:.3f}")

# %% Padding left out
labels, scores = batches[0]
labels[:, 8:] = 0  # padding
accuracy = metrics.SparseCategoricalAccuracy()
accuracy.update_state(
    labels.reshape(-1),
    scores.reshape(-1, 5),
    sample_weight=labels.reshape(-1) != 0,
)
without_padding = accuracy.result()
print(f"without padding {without_padding:.3f}")
