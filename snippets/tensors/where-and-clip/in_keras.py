"""Clamping and choosing in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Keep values between two bounds
import keras
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

# %% The slope at a bound
edges = ops.array([-1.0, 1.0, 0.5])


def slope(function, x):
    found = ops.jvp(function, (x,), (ops.ones_like(x),))[1]
    return ops.convert_to_numpy(found)


def clamp(x):  # one slope on every backend
    return ops.where(x < -1, -1.0, ops.where(x > 1, 1.0, x))


slope_at_bound = slope(clamp, edges)
of_clip = slope(lambda x: ops.clip(x, -1, 1), edges)
of_maximum = slope(lambda x: ops.maximum(x, 0), ops.zeros(1))
print("at the bounds", of_clip.tolist(), of_maximum.tolist())
backend = keras.config.backend()
at_bound = 0.5 if backend == "jax" else 1.0
assert of_clip.tolist() == [at_bound, at_bound, 1.0]
assert of_maximum == (1.0 if backend == "tensorflow" else 0.5)
