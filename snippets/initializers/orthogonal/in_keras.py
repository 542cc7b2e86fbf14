"""Orthogonal initialization in Keras: which axis."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A dense layer's weight: 20 inputs, 8 units
import keras
import numpy as np
from keras import initializers, ops

keras.utils.set_random_seed(0)
weight = initializers.Orthogonal()((20, 8))
weight = ops.convert_to_numpy(weight)
dense_products = weight.T @ weight
assert np.allclose(dense_products, np.eye(8), atol=1e-5)

weight = initializers.Orthogonal(gain=2.0)((20, 8))
weight = ops.convert_to_numpy(weight)
dense_products_gain_2 = weight.T @ weight
wide = ops.convert_to_numpy(initializers.Orthogonal()((3, 8)))
products_of_inputs = wide @ wide.T
assert not np.allclose(wide.T @ wide, np.eye(8), atol=1e-5)
print(f"gain 2: {dense_products_gain_2[0, 0]:.2f}")

# %% A convolution's kernel: 4 inputs, 8 outputs
kernel = initializers.Orthogonal()((3, 3, 4, 8))
channels = ops.convert_to_numpy(kernel).reshape(-1, 8)
convolution_products = channels.T @ channels

# %% The kernel in the layout of Keras
naive_keras_layout_is_orthogonal = np.allclose(
    convolution_products, np.eye(8), atol=1e-5
)
print("orthogonal:", naive_keras_layout_is_orthogonal)
refused = False
try:
    initializers.Orthogonal()((20, 8), dtype="bfloat16")
except Exception:  # each backend raises another error
    refused = True
assert refused
