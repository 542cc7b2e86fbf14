"""Logits where probabilities are expected, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
x = np.ones((2, 4), "float32")
y = np.array([[1.0], [0.0]], "float32")
half = keras.initializers.Constant(0.5)
model = keras.Sequential(
    [keras.Input((4,)), layers.Dense(1, kernel_initializer=half)]
)
loss = keras.losses.BinaryCrossentropy()

# %% Run
value = ops.convert_to_numpy(loss(y, model(x)))
print(f"loss: {value:.4f}")
