"""Resizing images in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images
import keras
import numpy as np
from keras import ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 12, 12, 2)).astype("float32")


def resize(images, size, interpolation, antialias=False):
    return ops.image.resize(
        images,
        (size, size),
        interpolation=interpolation,
        antialias=antialias,
    )


# %% Nearest
naive_nearest = resize(images, 8, "nearest")
matched_nearest = naive_nearest

# %% Bilinear and antialiased
bilinear = resize(images, 8, "bilinear")
bilinear_antialiased = resize(images, 8, "bilinear", True)
bicubic_antialiased = resize(images, 8, "bicubic", True)

# %% Bicubic
line = np.zeros((1, 9, 9, 1), "float32")
line[:, :, 4] = 1
plain = resize(line, 18, "bicubic")
smooth = resize(line, 18, "bicubic", antialias=True)
print(f"plain: {float(plain[0, 9, 9, 0]):.3f}")
print(f"antialias: {float(smooth[0, 9, 9, 0]):.3f}")
weights = [float(image[0, 9, 9, 0]) for image in (plain, smooth)]
on_torch = keras.config.backend() == "torch"
expected = [0.879 if on_torch else 0.867, 0.867]
assert np.allclose(weights, expected, atol=1e-3)
