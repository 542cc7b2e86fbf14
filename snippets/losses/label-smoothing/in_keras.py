"""Label smoothing in Keras: one-hot labels."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A linear classifier with given weights
import inspect

import keras
import numpy as np
from keras import layers, losses, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
labels = np.array([0, 1, 2, 3, 1, 1])

model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(4, use_bias=False)]
)
model.set_weights([kernel])
logits = model(features)

# %% The loss with smoothed labels
sparse = losses.SparseCategoricalCrossentropy
assert "label_smoothing" not in inspect.signature(sparse).parameters
cross_entropy = losses.CategoricalCrossentropy
one_hot = np.eye(4, dtype="float32")[labels]
smoothed = cross_entropy(from_logits=True, label_smoothing=0.1)
loss = smoothed(one_hot, logits)
print(f"for logits {loss:.3f}")

# %% The same by hand
mixed = 0.9 * one_hot + 0.1 / 4
assert ops.isclose(loss, cross_entropy(True)(mixed, logits))

# %% One label of yes or no
binary = logits[:, :1]
answers = np.array([[1.0], [0], [1], [1], [0], [0]], "float32")
binary_cross_entropy = losses.BinaryCrossentropy(
    from_logits=True, label_smoothing=0.1
)
binary_loss = binary_cross_entropy(answers, binary)
print(f"binary {binary_loss:.3f}")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), smoothed)
model.train_on_batch(features, one_hot)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")
