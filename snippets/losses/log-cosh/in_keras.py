"""The log-cosh loss in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A linear model with given weights
import keras
import numpy as np
from keras import layers, losses, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 1)).astype("float32")
targets = rng.normal(size=(6, 1)).astype("float32")

model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(1, use_bias=False)]
)
model.set_weights([kernel])
outputs = model(features)

# %% An error of 100
log_cosh = losses.LogCosh()
large_error = log_cosh([[0.0]], [[100.0]])
naive_is_finite = bool(ops.isfinite(large_error))
print(f"loss {large_error:.2f}")

# %% The loss of the model
loss = log_cosh(targets, outputs)
print(f"loss {loss:.4f}")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), log_cosh)
model.train_on_batch(features, targets)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")
