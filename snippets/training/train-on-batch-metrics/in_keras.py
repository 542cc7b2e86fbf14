"""The loss of a batch in Keras: what train_on_batch returns."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model and one batch
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(8, 3)).astype("float32")
y = rng.normal(size=(8, 1)).astype("float32")


dense = layers.Dense(1, use_bias=False, kernel_initializer="ones")
model = keras.Sequential([keras.Input((3,)), dense])
model.compile(keras.optimizers.SGD(0.1), "mse")

# %% Four steps
losses = [model.train_on_batch(x, y) for _ in range(4)]
weights_after_training = model.get_weights()[0]
print("losses:", [f"{loss:.3f}" for loss in losses])

# %% The loss after the last step
loss_afterwards = model.test_on_batch(x, y)
assert loss_afterwards < losses[-1]
print(f"afterwards: {loss_afterwards:.3f}")
