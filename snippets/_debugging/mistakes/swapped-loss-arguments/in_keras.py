"""Labels and outputs swapped, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
x, y = np.ones((2, 4), "float32"), np.array([0, 2])
model = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)

# %% Run
value = ops.convert_to_numpy(loss(model(x), y))
print(f"loss: {value:.4f}")
