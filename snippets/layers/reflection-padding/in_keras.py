"""Reflection padding in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images
import keras
import numpy as np
from keras import ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 5, 5, 3)).astype("float32")

# %% Reflect
widths = ((0, 0), (1, 1), (2, 2), (0, 0))  # batch to channels
matched = ops.pad(images, widths, mode="reflect")
row = np.arange(4.0, dtype="float32")
padded = ops.pad(row, ((2, 2),), mode="reflect")
print(ops.convert_to_numpy(padded).tolist())

# %% Symmetric
naive_symmetric = ops.pad(images, widths, mode="symmetric")
padded = ops.pad(row, ((2, 2),), mode="symmetric")
print(ops.convert_to_numpy(padded).tolist())
mirrored = ops.convert_to_numpy(padded).tolist()
on_torch = keras.backend.backend() == "torch"
outer = 0 if on_torch else 1  # 1, 0, 0, 1, 2, 3, 3, 2
assert mirrored == [outer, 0, 0, 1, 2, 3, 3, 3 - outer]
rows = [0, 0, 1, 2, 3, 4, 4]
columns = [1, 0, 0, 1, 2, 3, 4, 4, 3]
by_index = ops.take(images, rows, axis=1)
matched_symmetric = ops.take(by_index, columns, axis=2)
