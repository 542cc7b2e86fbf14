"""Dropout in the wrong mode, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
x = np.ones((2, 8), "float32")
model = keras.Sequential(
    [keras.Input((8,)), layers.Dropout(0.5), layers.Dense(3)]
)

# %% Run
y = model(x)
print(f"output in training: {float(keras.ops.sum(y)):.4f}")
