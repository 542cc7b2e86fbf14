"""More inputs than labels, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
x, y = np.ones((8, 4), "float32"), np.zeros(7, "int64")
model = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile(loss=loss)

# %% Run
history = model.fit(x, y, verbose=0)
print("epochs:", len(history.epoch))
