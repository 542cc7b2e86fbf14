"""Tensors in Keras: keras.ops on the tensors of the backend."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Create a tensor
import numpy as np
from keras import ops

table = np.random.default_rng(0).normal(size=(3, 4))
x = ops.convert_to_tensor(table, dtype="float32")
print(type(x), tuple(x.shape))

# %% Broadcast and multiply
centred = x - ops.mean(x, axis=0, keepdims=True)
product = centred @ ops.transpose(centred)
print(f"product {tuple(product.shape)}, sum {ops.sum(x):.3f}")

# %% Reduce
largest = ops.argmax(x, axis=1)
print("largest in each row:", ops.convert_to_numpy(largest))

# %% Standard deviation
naive_std = ops.std(x, axis=0)  # divides by n
std = naive_std
print(f"first column {naive_std[0]:.3f}")
