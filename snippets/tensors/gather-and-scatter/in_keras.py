"""Gather and scatter in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same table
import keras
import numpy as np
from keras import ops

rng = np.random.default_rng(0)
table = rng.normal(size=(4, 3)).astype("float32")
x = ops.convert_to_tensor(table)

# %% Gather one number a row, or whole rows
labels = ops.array([2, 0, 1, 1])
chosen_per_row = ops.take_along_axis(x, labels[:, None], 1)[:, 0]
chosen_rows = ops.take(x, [3, 0], axis=0)
print("per row", ops.shape(chosen_per_row))
print("rows", ops.shape(chosen_rows))

# %% Sum rows by group
groups = ops.array([0, 0, 2, 2])
sums_per_group = ops.segment_sum(x, groups, num_segments=3)
same = ops.scatter(groups[:, None], x, (3, 3))
assert ops.all(ops.isclose(sums_per_group, same))

# %% Scatter values, two of them to one place
index = ops.array([[0], [4], [4]])
values = ops.array([1.0, 10.0, 100.0])
scattered = ops.scatter(index, values, (5,))
print("scattered", ops.convert_to_numpy(scattered).tolist())

# %% An index outside
assert ops.all(ops.take(x, [-1], axis=0) == x[-1:])  # no error


def outcome(function):
    try:
        return function()
    except Exception as error:  # its class depends on the backend
        print(type(error).__name__)


silent = keras.config.backend() == "jax"
taken = outcome(lambda: ops.take(x, [4], axis=0))
assert (taken is not None) == silent
if silent:
    assert ops.all(ops.isnan(taken))
far = ops.array([[9]])
lost = outcome(lambda: ops.scatter(far, values[:1], (5,)))
assert (lost is not None) == silent
