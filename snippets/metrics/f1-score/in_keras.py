"""The F1 score in Keras: set the threshold for one output."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Two classes, one output
import numpy as np
from keras import metrics, ops, utils

rng = np.random.default_rng(0)
probabilities = rng.uniform(size=(100, 1)).astype("float32")
labels = rng.uniform(size=(100, 1)) < probabilities**2

naive_binary = metrics.F1Score()(labels, probabilities)
everything = np.ones((100, 1), "float32")
assert naive_binary == metrics.F1Score()(labels, everything)
binary = metrics.F1Score(threshold=0.5)(labels, probabilities)
print(f"F1 {naive_binary[0]:.3f}, threshold 0.5: {binary[0]:.3f}")

# %% Three classes
scores = rng.normal(size=(100, 3)).astype("float32")
classes = np.arange(100) % 7 // 3  # 0 0 0 1 1 1 2
labels = utils.to_categorical(classes)
scores += labels
assert metrics.F1Score().average is None
per_class = metrics.F1Score()(labels, scores)
print("F1", [f"{score:.3f}" for score in per_class])

# %% Three ways to average
macro_weighted_micro = ops.stack(
    [
        metrics.F1Score(average=average)(labels, scores)
        for average in ("macro", "weighted", "micro")
    ]
)
print("F1", [f"{score:.3f}" for score in macro_weighted_micro])

# %% A class that never occurs
four = np.pad(scores, ((0, 0), (0, 1)), constant_values=-9)
labels = utils.to_categorical(classes, 4)
naive_macro_of_four = metrics.F1Score("macro")(labels, four)
of_each = metrics.F1Score()(labels, four)
macro_of_those_that_occur = ops.mean(of_each[:3])
print(f"macro {naive_macro_of_four:.3f}")
