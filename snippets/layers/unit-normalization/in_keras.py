"""Vectors of length one in Keras: a layer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same vectors, one of them zero
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
vectors = rng.normal(size=(2, 3, 4)).astype("float32")
vectors[0, 0] = 0
target = rng.normal(size=(2, 3, 4)).astype("float32")
kernel = rng.normal(size=(4, 4)).astype("float32")

# %% The line a reader copies first
naive = layers.UnitNormalization()(vectors)  # along the last axis

# %% Name the axis
matched = layers.UnitNormalization(axis=-1)(vectors)
assert not ops.any(matched[0, 0])
two_axes = layers.UnitNormalization(axis=(1, 2))(vectors)
print(f"length: {ops.norm(matched[1, 0]):.4f}")

# %% Train a layer below it
linear = layers.Dense(4, use_bias=False)
norm = layers.UnitNormalization()
model = keras.Sequential([keras.Input((3, 4)), linear, norm])
model.set_weights([kernel])
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(vectors[1:], target[1:])
(kernel_after_step,) = linear.get_weights()
print(
    f"norm of the kernel: {np.linalg.norm(kernel_after_step):.4f}"
)

# %% A row of zeros in training
tokens = keras.Input((3, 4))
rows = linear(tokens)
length = ops.sum(ops.square(rows), axis=-1, keepdims=True)
own = keras.Model(tokens, rows / ops.sqrt(length + 1e-6))
own.set_weights([kernel])
own.compile(keras.optimizers.SGD(1.0), "mse")
own.train_on_batch(vectors, target)
(with_a_zero_row,) = own.get_weights()
model.set_weights([kernel])
model.train_on_batch(vectors, target)
has_nan = np.isnan(linear.get_weights()[0]).any()
assert has_nan == (keras.backend.backend() != "tensorflow")
half = layers.UnitNormalization(dtype="float16")
assert ops.all(ops.isnan(half(np.zeros((1, 4)))))
print("kernel has NaN:", has_nan)
