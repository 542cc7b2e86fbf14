"""The Huber loss in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A linear model with given weights
import keras
import numpy as np
from keras import layers, losses, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(8, 5)).astype("float32")
kernel = rng.normal(size=(5, 1)).astype("float32")
targets = rng.normal(size=(8, 1)).astype("float32")

model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(1, use_bias=False)]
)
model.set_weights([kernel])
outputs = model(features)

# %% The default, and the same number for delta and beta
default = losses.Huber()(targets, outputs)
huber_of_2 = losses.Huber(delta=2.0)
naive = huber_of_2(targets, outputs)
print(f"default {default:.3f}, with 2 {naive:.3f}")

# %% The Huber loss and the smooth L1 loss
huber = naive
matched = huber / 2.0
assert ops.isclose(default, losses.Huber(1.0)(targets, outputs))
print(f"huber {huber:.3f}, smooth L1 {matched:.3f}")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
sgd = keras.optimizers.SGD(1.0)
model.compile(sgd, huber_of_2, loss_weights=1 / 2.0)
model.train_on_batch(features, targets)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")
