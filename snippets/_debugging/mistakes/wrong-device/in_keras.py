"""A model on a device where the data is not, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
x = np.ones((2, 4), "float32")
with keras.device("meta:0"):
    model = keras.Sequential([keras.Input((4,)), layers.Dense(3)])

# %% Run
print("output:", tuple(model(x).shape))
