"""A depthwise convolution in Keras: a layer of its own."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images and kernel
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 6, 6, 3)).astype("float32")
kernel = rng.normal(size=(3, 3, 3, 2)).astype("float32")

# %% The line a reader copies first
conv = layers.DepthwiseConv2D(3, depth_multiplier=2, use_bias=False)
model = keras.Sequential([keras.Input((6, 6, 3)), conv])
model.set_weights([kernel])  # (H, W, in, multiplier)
naive = model(images)

# %% Carry the kernel over
matched = naive
print("weights:", list(conv.kernel.shape))
print("output:", list(matched.shape))

# %% Train one step
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(images, np.zeros((2, 4, 4, 6)))
kernel_after_step = conv.kernel
