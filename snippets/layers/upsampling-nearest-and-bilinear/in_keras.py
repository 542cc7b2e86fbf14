"""Upsampling in Keras: nearest and bilinear."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 5, 5, 3)).astype("float32")

# %% Nearest and bilinear
nearest = layers.UpSampling2D(2)(images)
upsample = layers.UpSampling2D(2, interpolation="bilinear")
bilinear = upsample(images)
print("shape:", list(bilinear.shape[1:3]))

# %% Aligned corners
naive_align_corners = bilinear
places = np.linspace(0, 4, 10)  # first and last stay in place
matrix = np.stack(
    [np.interp(places, range(5), row) for row in np.eye(5)], 1
).astype("float32")
matched_align_corners = ops.einsum(
    "ih,jw,nhwc->nijc", matrix, matrix, images
)
row = np.tile(np.arange(3, dtype="float32"), (3, 1))
wide = ops.convert_to_numpy(upsample(row[None, :, :, None]))
print("default:", wide[0, 0, :, 0].tolist())
