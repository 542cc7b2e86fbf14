"""Weights as int8 in Keras: a method of the layer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A layer
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
sizes = np.array([1, 0.1, 3, 0.5])  # of the four outputs
kernel = (rng.normal(size=(16, 4)) * sizes).astype("float32")
inputs = rng.normal(size=(5, 16)).astype("float32")
dense = layers.Dense(4, use_bias=False)
dense.build((None, 16))
dense.set_weights([kernel])
exact = inputs @ kernel

# %% Quantize the weights
dense.quantize("int8")
naive_integers = integers = ops.convert_to_numpy(dense.kernel)
assert integers.dtype == "int8"
print("first weights", integers[0].tolist())

# %% Compute with integers
output = ops.convert_to_numpy(dense(inputs))
error = abs(output - exact)
assert 0 < error.max() < 0.02 * abs(exact).max()
print("largest output", f"{abs(output).max():.3f}")
