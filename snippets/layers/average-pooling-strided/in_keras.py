"""Strided average pooling on an even image in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 8, 8, 3)).astype("float32")
sides = ((0, 0), (0, 1), (0, 1), (0, 0))
pool = layers.AveragePooling2D(3, strides=2)

# %% Count the image only
sums = pool(np.pad(images, sides))
counts = pool(np.pad(np.ones_like(images), sides))
matched = ops.convert_to_numpy(sums / counts)

# %% Count a repeated edge
repeated = np.pad(images, sides, mode="edge")
repeated_edge = ops.convert_to_numpy(pool(repeated))
same = layers.AveragePooling2D(3, strides=2, padding="same")
output = ops.convert_to_numpy(same(images))
repeats = keras.config.backend() == "torch"
print("same repeats the edge:", repeats)
expected = repeated_edge if repeats else matched
assert np.allclose(output, expected, atol=1e-6)
assert not np.allclose(repeated_edge, matched, atol=1e-2)
