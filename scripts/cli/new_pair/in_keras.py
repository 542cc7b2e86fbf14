"""TITLE in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same numbers
import numpy as np
from keras import ops

rng = np.random.default_rng(0)
inputs = rng.normal(size=(2, 3)).astype("float32")

# %% What both compute
output = ops.softmax(inputs, axis=-1)
print("first row:", [round(float(p), 3) for p in output[0]])
