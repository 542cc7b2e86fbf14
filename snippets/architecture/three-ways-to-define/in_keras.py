"""A small network in Keras, defined in three styles."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Input and weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
x, *weights = (
    rng.normal(size=shape).astype("float32")
    for shape in [(3, 4), (4, 5), (5,), (5, 2), (2,)]
)

# %% A stack of layers
stack = keras.Sequential(
    [layers.Dense(5, activation="relu"), layers.Dense(2)]
)
stack.build((None, 4))
stack.set_weights(weights)
stacked = stack(x)

# %% Functions composed
inputs = keras.Input((4,))
hidden = layers.Dense(5, activation="relu")(inputs)
functional = keras.Model(inputs, layers.Dense(2)(hidden))
functional.set_weights(weights)
composed = functional(x)
assert ops.all(ops.isclose(composed, stacked))


# %% A class
class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(5, activation="relu")
        self.out = layers.Dense(2)

    def call(self, x):
        return self.out(self.hidden(x))


network = Network()
network(x)  # the first call creates the weights
network.set_weights(weights)
subclassed = network(x)
assert ops.all(ops.isclose(subclassed, stacked))
print([f"{value:.3f}" for value in subclassed[0]])
