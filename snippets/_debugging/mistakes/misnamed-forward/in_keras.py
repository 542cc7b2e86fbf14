"""A forward pass under the other framework's name, in Keras."""

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
        self.hidden = layers.Dense(3)

    def forward(self, x):
        return self.hidden(x)


model = Network()

# %% Run
x = np.ones((2, 4), "float32")
print("output:", tuple(model(x).shape))
