"""Dropout in the wrong mode, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
x = np.ones((2, 8), "float32")
model = keras.Sequential(
    [keras.Input((8,)), layers.Dropout(0.5), layers.Dense(3)]
)

# %% Run
total = ops.convert_to_numpy(ops.sum(model(x)))
print(f"output in training: {total:.4f}")
