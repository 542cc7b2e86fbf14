"""A token beyond the vocabulary, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
tokens = np.array([[1, 10]])
embedding = layers.Embedding(10, 4)

# %% Run
y = embedding(tokens)
total = ops.convert_to_numpy(ops.sum(y))
print(f"sum of outputs: {total:.4f}")
