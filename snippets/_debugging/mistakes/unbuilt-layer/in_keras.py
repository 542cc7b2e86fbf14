"""Weights counted before there are any, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
from keras import layers

keras.utils.set_random_seed(0)
model = keras.Sequential([layers.Dense(3)])

# %% Run
print("weights:", model.count_params())
