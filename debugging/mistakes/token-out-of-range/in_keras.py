"""A token beyond the vocabulary, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
tokens = np.array([[1, 10]])
embedding = layers.Embedding(10, 4)

# %% Run
y = embedding(tokens)
print(f"sum of outputs: {float(keras.ops.sum(y)):.4f}")
