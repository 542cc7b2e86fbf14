"""Read hidden activations in Keras with a second model."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A network with two hidden layers
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
x, *weights = (
    rng.normal(size=shape).astype("float32")
    for shape in [(3, 4), (4, 6), (6, 5), (5, 2)]
)
inputs = keras.Input((4,))
first = layers.Dense(6, activation="relu", use_bias=False)
second = layers.Dense(5, activation="relu", use_bias=False)
last = layers.Dense(2, use_bias=False)
model = keras.Model(inputs, last(second(first(inputs))))
model.set_weights(weights)

# %% Ask for the outputs of three layers
outputs = [layer.output for layer in (first, second, last)]
watched = keras.Model(model.input, outputs)


class Subclass(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(2)

    def call(self, x):
        return self.hidden(x)


other = Subclass()
other(x)
try:
    other.hidden.output  # noqa: B018
except AttributeError:
    print("a layer of a subclassed model has no output")

# %% Run one batch
activations = watched(x)
first_hidden, second_hidden, output = activations
for activation in activations:
    print(tuple(activation.shape), f"{ops.max(activation):.3f}")
