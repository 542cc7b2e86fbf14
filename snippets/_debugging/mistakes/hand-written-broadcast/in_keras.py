"""A broadcast in a loss written by hand, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
x = np.ones((4, 2), "float32")
y = np.arange(4, dtype="float32")
model = keras.Sequential([keras.Input((2,)), layers.Dense(1)])

# %% Run
outputs = model(x) * ops.cumsum(x[:, :1], axis=0)
loss = ops.mean(ops.square(ops.subtract(outputs, y)))
print(f"loss: {ops.convert_to_numpy(loss):.4f}")
