"""Cropping in Keras: a layer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 8, 8, 3)).astype("float32")
top, bottom, left, right = 1, 0, 2, 3

# %% The line a reader copies first
crop = layers.Cropping2D(((top, bottom), (left, right)))
naive_rows_kept = crop(images).shape[1]
print("rows kept:", naive_rows_kept)

# %% Count from the start
cropped = crop(images)
by_slice = cropped  # the layer counts for you
print("shape:", list(by_slice.shape[1:3]))

# %% A layer of its own, or pad by less than nothing
by_negative_padding = cropped
