"""Spectral normalization in Keras: a wrapper."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same inputs and kernel
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
inputs = rng.normal(size=(4, 3)).astype("float32")
target = rng.normal(size=(4, 2)).astype("float32")
kernel = rng.normal(size=(3, 2)).astype("float32")
largest = np.linalg.svd(kernel, compute_uv=False)[0]

# %% Carry the kernel over
dense = layers.Dense(2, use_bias=False)
normalized = layers.SpectralNormalization(dense, 50)
model = keras.Sequential([keras.Input((3,)), normalized])
dense.set_weights([kernel])

# %% Call it in training, then in inference
training_output = model(inputs, training=True)
normalized_kernel = ops.convert_to_numpy(dense.kernel)
np.testing.assert_allclose(
    normalized_kernel, kernel / largest, 1e-5
)
inference_output = model(inputs)  # the raw one is overwritten
print(f"norm of the raw kernel: {ops.norm(dense.kernel):.4f}")

# %% One training step
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(inputs, target)
kernel_after_step = ops.convert_to_numpy(dense.kernel)
singular = np.linalg.svd(kernel_after_step, compute_uv=False)[0]
assert abs(singular - 1) > 0.03  # until the next call
