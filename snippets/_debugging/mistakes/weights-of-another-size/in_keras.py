"""Weights of another size, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [keras.Input((4,)), layers.Dense(3, name="head")]
)
saved = keras.Sequential([keras.Input((4,)), layers.Dense(5)])

# %% Run
model.set_weights(saved.get_weights())
x = np.ones((2, 4), "float32")
print("output:", tuple(model(x).shape))
