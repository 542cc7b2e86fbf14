"""Gather and scatter in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same table
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
