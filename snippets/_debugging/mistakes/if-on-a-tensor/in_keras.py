"""A Python `if` on a tensor's value, in Keras."""

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
        return y if ops.sum(x) > 0 else -y


x, y = np.ones((2, 4), "float32"), np.zeros((2, 1), "float32")
model = Network()
model.compile(keras.optimizers.SGD(0.1), "mse")

# %% Run
model.train_on_batch(x, y)
print("trained a step:", int(model.optimizer.iterations) == 1)
