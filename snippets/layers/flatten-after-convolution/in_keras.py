"""Flatten after a convolution in Keras: channels last."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images and weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 6, 6, 3)).astype("float32")
kernel = rng.normal(scale=0.1, size=(3, 3, 3, 5)).astype("float32")
head = rng.normal(scale=0.1, size=(4 * 4 * 5, 2)).astype("float32")
target = rng.normal(size=(2, 2)).astype("float32")

# %% Convolve and flatten
conv = layers.Conv2D(5, 3, use_bias=False)
flatten = layers.Flatten()
dense = layers.Dense(2, use_bias=False)
model = keras.Sequential(
    [keras.Input((6, 6, 3)), conv, flatten, dense]
)
conv.set_weights([kernel])
features = ops.transpose(conv(images), (0, 3, 1, 2))
naive_flat = flatten(conv(images))
print("flat:", list(naive_flat.shape))

# %% Copy the head as it is
dense.set_weights([head])
naive = model(images)

# %% Reorder its rows
matched = naive  # the rows are in this side's order already

# %% Train one step
model.compile(keras.optimizers.SGD(0.01), "mse")
model.train_on_batch(images, target)
kernel_after_step = conv.kernel
trained = model(images)
