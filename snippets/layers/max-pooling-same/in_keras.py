"""Max pooling with `same` padding in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images, all negative
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.uniform(-9, -1, (2, 8, 8, 3)).astype("float32")


def channels_first(x):
    return ops.transpose(x, (0, 3, 1, 2))


# %% The line a reader copies first
pool = layers.MaxPooling2D(3, strides=2, padding="same")
naive = channels_first(pool(images))
odd_output = channels_first(pool(images[:, :7, :7]))
default_output = channels_first(layers.MaxPooling2D(2)(images))
print("shapes:", list(naive.shape), list(odd_output.shape))

# %% Windows that hang over the last edge only
matched = naive
print("shape:", list(matched.shape))

# %% Pad by hand
sides = ((0, 0), (0, 1), (0, 1), (0, 0))
padded = np.pad(images, sides, constant_values=-np.inf)
by_hand = layers.MaxPooling2D(3, strides=2)(padded)
matched_padded_by_hand = channels_first(by_hand)
naive_padded_by_zeros = matched
print(f"largest: {ops.convert_to_numpy(matched).max():.3f}")
