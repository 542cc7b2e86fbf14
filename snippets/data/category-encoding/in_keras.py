"""Category codes in Keras: one layer, three modes."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Labels of a problem with five classes
import keras
import numpy as np
from keras import layers, ops

labels = np.array([0, 3, 1])  # nobody drew class 4
words = np.array([[1, 1, 2], [0, 4, 4]])

# %% The first guess
codes = layers.CategoryEncoding(5, "one_hot")(labels)
naive_width = codes.shape[1]
naive_is_float = keras.backend.is_float_dtype(codes.dtype)
print(f"width {naive_width}, float: {naive_is_float}")
on_torch = keras.backend.backend() == "torch"
try:
    beyond = layers.CategoryEncoding(5, "one_hot")(np.array([7]))
    assert not on_torch and not ops.any(beyond)  # all zeros
except RuntimeError:
    assert on_torch

# %% One-hot with a declared width
one_hot = ops.one_hot(labels, num_classes=5)  # also floats
assert np.array_equal(one_hot, codes)
print(ops.convert_to_numpy(one_hot)[1].tolist())

# %% Several words to one vector
count = layers.CategoryEncoding(5, "count")(words)
multi_hot = layers.CategoryEncoding(5, "multi_hot")(words)
print("count    ", ops.convert_to_numpy(count)[0].tolist())
print("multi-hot", ops.convert_to_numpy(multi_hot)[0].tolist())
