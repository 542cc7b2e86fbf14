"""Stride 2 with `same` padding in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images and kernel
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 8, 8, 3)).astype("float32")
kernel = rng.normal(size=(3, 3, 3, 5)).astype("float32")

# %% The line a reader copies first
conv = layers.Conv2D(5, 3, strides=2, padding="same")
conv.build(images.shape)
conv.set_weights([kernel, np.zeros(5)])  # (H, W, in, out)
naive = ops.transpose(conv(images), (0, 3, 1, 2))
odd_output = ops.transpose(conv(images[:, :7, :7]), (0, 3, 1, 2))
print("shapes:", list(naive.shape), list(odd_output.shape))

# %% Pad by hand
matched_same = naive
valid = layers.Conv2D(5, 3, strides=2)
padded = keras.Sequential([layers.ZeroPadding2D(1), valid])
padded.build(images.shape)
padded.set_weights(conv.get_weights())
matched_padding_1 = ops.transpose(padded(images), (0, 3, 1, 2))

# %% Train one step
model = keras.Sequential([conv])
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(images, np.zeros((2, 4, 4, 5)))
kernel_after_step = conv.kernel
