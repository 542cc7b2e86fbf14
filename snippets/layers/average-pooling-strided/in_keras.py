"""Strided average pooling in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 8, 8, 3)).astype("float32")

# %% The line a reader copies first
same = layers.AveragePooling2D(3, strides=2, padding="same")
naive = ops.convert_to_numpy(same(images))

# %% Count the image only
pad = layers.ZeroPadding2D(((0, 1), (0, 1)))
pool = layers.AveragePooling2D(3, strides=2)
counts = pool(pad(np.ones_like(images)))  # 4/9, 6/9 or 1
matched = ops.convert_to_numpy(pool(pad(images)) / counts)

# %% Count a repeated edge
repeated = np.pad(
    images, ((0, 0), (0, 1), (0, 1), (0, 0)), mode="edge"
)
repeated_edge = ops.convert_to_numpy(pool(repeated))
apart = abs(repeated_edge - matched)
print(f"inside: {apart[:, :-1, :-1].max():.2g}")
print(f"last row: {apart[:, -1].max():.2g}")
# How the layer pads depends on the backend.
repeats = keras.config.backend() == "torch"
expected = repeated_edge if repeats else matched
assert np.allclose(naive, expected, atol=1e-6)
assert apart[:, -1].max() > 0.01

# %% An odd image, padded alike on all sides
odd_output = same(images[:, :7, :7])
