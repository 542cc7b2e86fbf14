"""Average pooling at the edges in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 8, 8, 3)).astype("float32")


def channels_first(x):
    return ops.transpose(x, (0, 3, 1, 2))


# %% The line a reader copies first
pool = layers.AveragePooling2D(3, strides=1, padding="same")
naive = channels_first(pool(images))
naive_corner = pool(np.ones((1, 8, 8, 1), "float32"))[0, 0, 0, 0]
print(f"corner of ones: {float(naive_corner):.4f}")

# %% Count the image only
matched_without_padding = naive

# %% Count the zeros around it too
zeros = layers.ZeroPadding2D(1)(images)
valid = layers.AveragePooling2D(3, strides=1)
matched_with_padding = channels_first(valid(zeros))

# %% An even window
line = np.arange(6.0, dtype="float32").reshape(1, 6, 1)
even = layers.AveragePooling1D(4, strides=1, padding="same")
last = float(even(line)[0, -1, 0])  # sees 4, 5 and two more
print(f"last of 0 to 5: {last:.2f}")
repeats = keras.config.backend() == "torch"
assert np.isclose(last, (4 + 5 + 5 + 5) / 4 if repeats else 4.5)
