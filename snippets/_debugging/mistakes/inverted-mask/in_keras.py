"""An attention mask the wrong way round, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
x = np.linspace(0, 1, 24, dtype="float32").reshape(1, 6, 4)
keep = np.array([[True, True, True, True, False, False]])
attention = layers.MultiHeadAttention(1, 4)

# %% Run
y = attention(x, x, key_mask=~keep)
total = ops.convert_to_numpy(ops.sum(y))
print(f"sum of outputs: {total:.4f}")
