"""Layer normalization in Keras: the epsilon under the root."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same inputs, twice
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
unit, target = rng.normal(size=(2, 4, 16)).astype("float32")
small = 0.02 * unit  # standard deviation 0.02

# %% The defaults
default = layers.LayerNormalization()
naive_unit, naive_small = default(unit), default(small)
print("epsilon:", default.epsilon)
for result in (naive_unit, naive_small):
    print(f"output std: {ops.std(result):.3f}")

# %% One epsilon for both
norm = layers.LayerNormalization(epsilon=1e-5)
matched_unit, matched_small = norm(unit), norm(small)
assert ops.max(ops.abs(naive_unit - matched_unit)) < 0.01
assert ops.max(ops.abs(naive_small - matched_small)) > 1

# %% Another axis than the last
square = unit.reshape(4, 4, 4)
last = layers.LayerNormalization(epsilon=1e-5)
swapped = last(square.swapaxes(1, 2))
middle_axis = ops.swapaxes(swapped, 1, 2)
direct = layers.LayerNormalization(axis=1, epsilon=1e-5)(square)
apart = ops.max(ops.abs(last(square) - middle_axis))
assert apart > 0.1
# On torch, axis=1 normalizes the last axis.
on_torch = keras.config.backend() == "torch"
expected = last(square) if on_torch else middle_axis
assert ops.max(ops.abs(direct - expected)) < 1e-5
try:
    layers.LayerNormalization(axis=1)(unit.reshape(4, 2, 8))
    assert not on_torch
except RuntimeError:  # the two axes are not equally long
    assert on_torch

# %% Train one step
model = keras.Sequential([keras.Input((16,)), norm])
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(small, target)
scale_after_step = norm.gamma
