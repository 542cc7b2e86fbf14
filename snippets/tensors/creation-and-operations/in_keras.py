"""Tensors in Keras: keras.ops on the tensors of the backend."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Create a tensor
import keras
import numpy as np
from keras import layers, ops

table = np.random.default_rng(0).normal(size=(3, 4))
x = ops.convert_to_tensor(table, dtype="float32")
print(type(x), tuple(x.shape))

# %% Broadcast and multiply
centred = x - ops.mean(x, axis=0, keepdims=True)
product = centred @ ops.transpose(centred)
print(f"product {tuple(product.shape)}, sum {ops.sum(x):.3f}")

# %% Add a column to a square matrix
square, column = x[:, :3], ops.convert_to_tensor([[1.0], [2], [3]])
shifted = ops.subtract(square, -column)
for added in (
    ops.add(square, column),
    layers.Add()([square, column]),
):
    wrong = ops.max(ops.abs(added - shifted)) > 0.5
    # On TensorFlow the column is added as a row.
    assert wrong == (keras.config.backend() == "tensorflow")
by_sign = square + column
assert ops.max(ops.abs(by_sign - shifted)) < 1e-6

# %% Reduce
largest = ops.argmax(x, axis=1)
print("largest in each row:", ops.convert_to_numpy(largest))

# %% Standard deviation
naive_std = ops.std(x, axis=0)  # divides by n
std = naive_std
print(f"first column {naive_std[0]:.3f}")
