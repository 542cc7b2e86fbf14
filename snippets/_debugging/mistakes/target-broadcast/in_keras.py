"""Targets whose shape broadcasts, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
x, y = np.ones((4, 2), "float32"), np.arange(4.0)
model = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
loss = keras.losses.MeanSquaredError()

# %% Run
outputs = model(x) * ops.cumsum(x[:, :1], axis=0)
value = ops.convert_to_numpy(loss(y, outputs))
print(f"loss: {value:.4f}")
