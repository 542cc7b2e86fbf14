"""Layers in a plain list, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = [layers.Dense(4)]
        self.head = layers.Dense(1)

    def call(self, x):
        for layer in self.hidden:
            x = layer(x)
        return self.head(x)


model = Network()

# %% Run
model(np.ones((1, 4), "float32"))
print("weights:", model.count_params())
