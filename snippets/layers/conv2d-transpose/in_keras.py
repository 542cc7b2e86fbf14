"""A transposed convolution in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images and kernel
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 4, 4, 3)).astype("float32")
kernel = rng.normal(size=(3, 3, 5, 3)).astype("float32")

# %% The line a reader copies first
conv = layers.Conv2DTranspose(
    5, 3, strides=2, padding="same", use_bias=False
)
model = keras.Sequential([keras.Input((4, 4, 3)), conv])
model.set_weights([kernel])  # (H, W, out, in)
naive = model(images)

# %% No padding, then crop
valid = layers.Conv2DTranspose(5, 3, strides=2, use_bias=False)
valid.build(images.shape)
valid.set_weights([kernel])
valid_output = valid(images)[0]
matched = naive
print("shapes:", list(valid(images).shape), list(naive.shape))

# %% Train one step
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(images, np.zeros((2, 8, 8, 5)))
kernel_after_step = conv.kernel
