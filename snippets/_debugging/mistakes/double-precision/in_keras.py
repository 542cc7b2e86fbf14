"""Data in double precision, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
x = np.linspace(0, 1, 8).reshape(2, 4)
model = keras.Sequential([keras.Input((4,)), layers.Dense(3)])

# %% Run
total = ops.convert_to_numpy(ops.sum(model(x)))
print(f"sum of outputs: {total:.4f}")
