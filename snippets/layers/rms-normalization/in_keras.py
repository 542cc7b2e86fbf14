"""RMS normalization in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same inputs, ordinary and tiny
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
ordinary = rng.normal(size=(3, 8)).astype("float32")
tiny = ordinary / 1000
target = rng.normal(size=(3, 8)).astype("float32")
scale = rng.normal(size=8).astype("float32")

# %% The line a reader copies first
default = layers.RMSNormalization()
unit = default(ordinary)
naive_tiny = default(tiny)
print("epsilon:", default.epsilon)
print(f"largest: {ops.max(ops.abs(naive_tiny)):.4f}")

# %% The same epsilon
norm = layers.RMSNormalization(epsilon=1e-6)
model = keras.Sequential([keras.Input((8,)), norm])
model.set_weights([scale])
matched_tiny = norm(tiny)
print(f"largest: {ops.max(ops.abs(matched_tiny)):.4f}")

# %% The default in half precision
epsilon = float(np.finfo("float32").eps)  # 1.19e-07
for dtype in ("float16", "bfloat16"):
    half = layers.RMSNormalization(epsilon=epsilon, dtype=dtype)
    result = ops.cast(half(ops.cast(tiny, dtype)), "float32")
    if dtype == "float16":
        float16_output = result
    else:
        bfloat16_output = result

# %% Another axis than the last
cube = np.stack([ordinary, 2 * ordinary, -ordinary])  # (3, 3, 8)
last = layers.RMSNormalization(epsilon=1e-6)
middle = layers.RMSNormalization(axis=1, epsilon=1e-6)
for layer in (last, middle):
    layer.build((None, 3, 3))
    layer.set_weights([scale[:3]])
square = cube[..., :3]
middle_axis = ops.swapaxes(last(square.swapaxes(1, 2)), 1, 2)
if keras.config.backend() == "torch":
    expected = last(square)  # it normalizes the last axis
else:  # the scale runs along the last axis
    expected = middle_axis / scale[:3, None] * scale[:3]
assert ops.max(ops.abs(middle(square) - expected)) < 1e-5
assert ops.max(ops.abs(expected - middle_axis)) > 0.1
try:
    layers.RMSNormalization(axis=1)(cube)
except Exception as error:  # its class depends on the backend
    print(type(error).__name__)
else:
    raise AssertionError("an error was expected")

# %% One training step
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(tiny, target)
scale_after_step = model.get_weights()[0]
