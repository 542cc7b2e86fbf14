"""Top-k accuracy in Keras: a tie counts as a hit."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Scores of ten classes
import numpy as np
from keras import metrics

rng = np.random.default_rng(0)
scores = rng.normal(size=(50, 10)).astype("float32")
labels = np.arange(50) % 10

# %% Top five
accuracy = metrics.SparseTopKCategoricalAccuracy()
assert accuracy.get_config()["k"] == 5
without_ties = accuracy(labels, scores)
print(f"top-5 {without_ties:.3f}")

# %% A model that scores all classes the same
constant = np.zeros((50, 10), "float32")
accuracy.reset_state()
naive_all_scores_equal = accuracy(labels, constant)
assert naive_all_scores_equal == 1  # all are hits
print(f"top-5 {naive_all_scores_equal:.3f}")

# %% Count the classes that score higher
all_scores_equal = naive_all_scores_equal  # what Keras does
