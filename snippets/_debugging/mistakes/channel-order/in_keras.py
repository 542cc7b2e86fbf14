"""Channels on the other framework's axis, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
x = np.ones((2, 3, 8, 8), "float32")
model = keras.Sequential(
    [keras.Input((8, 8, 3)), layers.Conv2D(4, 3)]
)

# %% Run
print("output:", tuple(model(x).shape))
