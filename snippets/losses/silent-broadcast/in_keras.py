"""Targets without the last axis in Keras: lined up."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Outputs of shape (6, 1), targets of shape (6,)
import keras
import numpy as np
from keras import layers, losses, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 1)).astype("float32")
targets = rng.normal(size=6).astype("float32")

model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(1, use_bias=False)]
)
model.set_weights([kernel])
outputs = model(features)

# %% The loss as it stands
mse = losses.MeanSquaredError()
naive = mse(targets, outputs)
print(f"loss {naive:.4f}")

# %% The loss that is meant
matched = mse(targets[:, None], outputs)
assert ops.isclose(naive, matched)
differences = ops.subtract(outputs, targets)
assert differences.shape == (6, 6)
every_with_every = ops.mean(ops.square(differences))
assert every_with_every > 1.1 * matched
three = losses.MeanSquaredError()(np.arange(3.0), np.zeros((3, 3)))
assert ops.isclose(three, 5 / 3)  # each row against 0, 1 and 2
print(f"loss {matched:.4f}, broadcast {every_with_every:.4f}")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), mse)
model.train_on_batch(features, targets)
kernel_gradient = kernel - model.get_weights()[0]
naive_gradient = kernel_gradient
print(f"largest gradient {abs(kernel_gradient).max():.3f}")
