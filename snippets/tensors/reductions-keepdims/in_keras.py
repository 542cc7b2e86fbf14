"""Reductions in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The smallest of each row
from keras import ops

x = ops.array([[4.0, 2.0, 9.0], [7.0, 8.0, 1.0]])
smallest, at = ops.min(x, axis=1), ops.argmin(x, axis=1)
values = ops.convert_to_numpy(smallest).tolist()
print("smallest", values, "at", ops.convert_to_numpy(at).tolist())

# %% Keep the axis, to subtract
centered = x - ops.mean(x, axis=1, keepdims=True)
print("centered", ops.convert_to_numpy(centered[0]).tolist())

# %% Several axes at once
cube = ops.stack([x, 10 * x, x])
over_two_axes = ops.min(cube, axis=(0, 2))
flat_position = ops.argmin(cube)
print("flat position", int(flat_position))

# %% No axis at all
naive_axes_left = ops.ndim(ops.sum(cube, axis=()))
print("axes left by an empty tuple:", naive_axes_left)
assert ops.all(ops.sum(cube, axis=()) == cube)
