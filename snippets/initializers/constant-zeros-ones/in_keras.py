"""Constant initialization in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same inputs
import keras
import numpy as np
from keras import initializers, layers

rng = np.random.default_rng(0)
inputs = rng.normal(size=(6, 4)).astype("float32")

# %% A layer of constants
layer = layers.Dense(
    3,
    kernel_initializer=initializers.Constant(0.5),
    bias_initializer="ones",
)
print("weights before:", len(layer.weights))
model = keras.Sequential([layer])
output = model(inputs)
print("weights after:", len(layer.weights))

# %% One training step
model.compile(keras.optimizers.SGD(0.5), "mse")
model.train_on_batch(inputs, np.zeros((6, 3)))
kernel_after_step, bias_after_step = model.get_weights()
same = np.isclose(kernel_after_step, kernel_after_step[:, :1])
assert same.all()
print(f"each bias {bias_after_step[0]:.4f}")
