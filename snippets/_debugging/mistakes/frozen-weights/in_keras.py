"""Every weight frozen in training, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
x, y = np.ones((2, 4), "float32"), np.ones((2, 1), "float32")
model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.trainable = False
model.compile(keras.optimizers.SGD(0.1), "mse")

# %% Run
before = model.get_weights()[0]
model.fit(x, y, verbose=0)
moved = abs(model.get_weights()[0] - before).max()
print("weights have moved:", bool(moved > 0))
