"""A forward pass that returns nothing, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(1)

    def call(self, x):
        y = self.hidden(x)


x, y = np.ones((2, 4), "float32"), np.ones((2, 1), "float32")
model, loss = Network(), keras.losses.MeanSquaredError()

# %% Run
value = ops.convert_to_numpy(loss(y, model(x)))
print(f"loss: {value:.4f}")
