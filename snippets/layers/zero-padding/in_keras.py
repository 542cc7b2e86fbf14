"""Zero padding in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 4, 4, 3)).astype("float32")

# %% The line a reader copies first
pad = layers.ZeroPadding2D(((1, 2), (0, 3)))
naive = pad(images)  # (top, bottom), (left, right)
print("shape:", list(naive.shape[1:3]))

# %% Top, bottom, left, right
matched = naive
rows = ops.convert_to_numpy(matched)
assert not rows[:, 0].any() and not rows[:, -2:].any()

# %% One number for all sides
all_sides = layers.ZeroPadding2D(1)(images)
print("all sides:", list(all_sides.shape[1:3]))
