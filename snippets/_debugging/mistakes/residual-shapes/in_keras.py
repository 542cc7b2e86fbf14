"""A residual sum of different widths, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
x = np.ones((2, 4), "float32")
inputs = keras.Input((4,))
hidden = layers.Dense(3, name="hidden")(inputs)
outputs = layers.Add(name="residual")([inputs, hidden])
model = keras.Model(inputs, outputs)

# %% Run
total = ops.convert_to_numpy(ops.sum(model(x)))
print(f"sum of outputs: {total:.4f}")
