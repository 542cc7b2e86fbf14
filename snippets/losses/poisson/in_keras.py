"""The Poisson loss in Keras: of the rate."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model that predicts rates
import keras
import numpy as np
from keras import layers, losses

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 1)).astype("float32")
counts = rng.poisson(2.0, size=(6, 1)).astype("float32")

model = keras.Sequential(
    [
        keras.Input((5,)),
        layers.Dense(1, "exponential", use_bias=False),
    ]
)
model.set_weights([kernel])
rates = model(features)

# %% The default loss of the rates
poisson = losses.Poisson()
naive = poisson(counts, rates)
loss = naive
print(f"loss {loss:.4f}")

# %% One event where the predicted rate is zero
naive_zero_rate = poisson([[1.0]], [[0.0]])
zero_rate = naive_zero_rate
print(f"loss {zero_rate:.2f}")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), poisson)
model.train_on_batch(features, counts)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")
