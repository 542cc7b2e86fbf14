"""Another number of features than the data has, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
x = np.ones((2, 4), "float32")
model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(3, name="hidden")]
)

# %% Run
total = ops.convert_to_numpy(ops.sum(model(x)))
print(f"sum of outputs: {total:.4f}")
