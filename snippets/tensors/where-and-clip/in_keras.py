"""Clamping and choosing in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Keep values between two bounds
from keras import ops

x = ops.array([-2.0, -0.5, 0.5, 3.0])
between, derivative = ops.jvp(
    lambda x: ops.clip(x, -1, 1), (x,), (ops.ones(4),)
)
print("clamped", ops.convert_to_numpy(between).tolist())
print("derivative", ops.convert_to_numpy(derivative).tolist())

# %% One bound only
try:
    ops.clip(x, x_min=0)
except TypeError:
    from_below = ops.maximum(x, 0)
print("from below", ops.convert_to_numpy(from_below).tolist())

# %% Choose by a condition
replaced = ops.where(x < 0, 10 * x, x)
positions = ops.convert_to_numpy(ops.where(x < 0)[0]).tolist()
shown = ops.convert_to_numpy(replaced).tolist()
print("replaced", shown, "at", positions)
