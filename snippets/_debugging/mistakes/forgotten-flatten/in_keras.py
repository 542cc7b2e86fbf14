"""No flattening between convolution and classifier, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
x, y = np.ones((2, 8, 8, 1), "float32"), np.array([0, 2])
model = keras.Sequential(
    [
        keras.Input((8, 8, 1)),
        layers.Conv2D(4, 3, activation="relu"),
        layers.Dense(3),
    ]
)
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)

# %% Run
value = ops.convert_to_numpy(loss(y, model(x)))
print(f"loss: {value:.4f}")
