"""Steps so large that the loss becomes NaN, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
x, y = np.ones((2, 4), "float32"), np.ones((2, 1), "float32")
model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile(keras.optimizers.SGD(1e10), "mse")

# %% Run
history = model.fit(x, y, epochs=10, verbose=0)
loss = history.history["loss"][-1]
print("finite loss:", bool(np.isfinite(loss)))
