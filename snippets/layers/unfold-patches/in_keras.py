"""Image patches in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images
import keras
import numpy as np
from keras import ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 6, 6, 3)).astype("float32")

# %% The line a reader copies first
patches = ops.image.extract_patches(images, 3)
naive_patches_per_image = patches.shape[1] * patches.shape[2]
print("patches per image:", naive_patches_per_image)

# %% The same step
x = ops.transpose(images, (0, 3, 1, 2))
unfolded = ops.unfold(x, 3, stride=3)
try:
    ops.unfold(images.transpose(0, 3, 1, 2), 3, stride=3)
except TypeError:  # an array, where torch wants a tensor
    assert keras.config.backend() == "torch"
else:
    assert keras.config.backend() != "torch"
print("shape:", list(unfolded.shape))

# %% The same layout
matched = patches
print("shape:", list(matched.shape))
