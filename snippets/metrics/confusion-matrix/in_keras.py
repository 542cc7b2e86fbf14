"""A confusion matrix in Keras: one bincount."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Labels and predictions of four classes
import numpy as np
from keras import metrics, ops, utils

labels = np.array([0, 0, 0, 1, 1, 2, 2, 2, 2, 3])
predictions = np.array([0, 0, 1, 1, 0, 2, 2, 1, 2, 1])
for module in (metrics, ops, utils):
    assert not any("confusion" in name for name in dir(module))


# %% Count the pairs
def confusion_matrix(rows, columns, classes=4):
    pairs = classes * rows + columns
    counts = ops.bincount(pairs, minlength=classes**2)
    return ops.reshape(counts, (classes, classes))


matrix = confusion_matrix(labels, predictions)
print(ops.convert_to_numpy(matrix).tolist())

# %% What it holds
share_of_each_class = ops.diag(matrix) / ops.sum(matrix, axis=1)
print("recall", [f"{share:.2f}" for share in share_of_each_class])
swapped = confusion_matrix(predictions, labels)
assert ops.all(swapped == ops.transpose(matrix))

# %% Without minlength
count_without_minlength = ops.bincount(4 * labels + predictions)
assert len(count_without_minlength) == 14  # of 16
