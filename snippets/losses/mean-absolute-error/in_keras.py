"""Mean absolute error in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A linear model with given weights
import keras
import numpy as np
from keras import layers, losses, ops

features = np.array([[1, 2], [3, -1], [-2, 1]], "float32")
kernel = np.array([[0.5], [1.0]], "float32")
targets = np.array([[2.0], [0.0], [1.0]], "float32")

model = keras.Sequential(
    [keras.Input((2,)), layers.Dense(1, use_bias=False)]
)
model.set_weights([kernel])
mae = losses.MeanAbsoluteError()

# %% The loss and the gradient of the weights
loss = mae(targets, model(features))
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), mae)
model.train_on_batch(features, targets)
kernel_gradient = kernel - model.get_weights()[0]
print(f"loss {loss:.4f}")
print(f"largest gradient {abs(kernel_gradient).max():.3f}")

# %% Where the prediction is already right
model.set_weights([kernel])
hit = np.array([[2.5]])
assert mae(hit, model(features[:1])) == 0
model.train_on_batch(features[:1], hit)
moved = not np.array_equal(kernel, model.get_weights()[0])
assert moved == (keras.backend.backend() == "jax")
print("it moves the weights:", moved)


def flat_at_zero(y_true, y_pred):
    error = y_pred - y_true
    return ops.mean(ops.sign(error) * error, axis=-1)


model.set_weights([kernel])
model.compile(keras.optimizers.SGD(1.0), flat_at_zero)
model.train_on_batch(features[:1], hit)
slope_of_a_hit = kernel - model.get_weights()[0]
