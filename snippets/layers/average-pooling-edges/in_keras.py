"""Average pooling at the edges in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images
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
