"""Global pooling in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 6, 6, 6)).astype("float32")

# %% Average
average = layers.GlobalAveragePooling2D()(images)
kept = layers.GlobalAveragePooling2D(keepdims=True)(images)
kept_axes = ops.transpose(kept, (0, 3, 1, 2))
print("shapes:", list(kept.shape), list(average.shape))

# %% Maximum
maximum = layers.GlobalMaxPooling2D()(images)

# %% The line a reader copies first
channels_first = images.transpose(0, 3, 1, 2)
naive = layers.GlobalAveragePooling2D()(channels_first)
assert naive.shape == average.shape
