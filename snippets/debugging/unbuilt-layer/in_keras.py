"""A new layer in Keras: it waits for an input."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A new layer
import numpy as np
from keras import layers

layer = layers.Dense(2)  # outputs only
naive_weights = len(layer.weights)
print("weights:", naive_weights)

# %% Without the input size
try:
    layer.count_params()
except ValueError as error:
    print(str(error)[:41])

# %% After the first input
layer(np.zeros((1, 3)))
weights_when_built = len(layer.weights)
parameters = layer.count_params()
assert layer.built and layer.kernel.shape == (3, 2)
print("weights:", weights_when_built)
