"""Pixel shuffle in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same features
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(2, 4, 4, 12)).astype("float32")

# %% The line a reader copies first
naive = ops.depth_to_space(features, 2)
print("shape:", list(naive.shape))

# %% Channels in the order of PyTorch
order = np.arange(12).reshape(3, 4).T.flatten()  # 0, 4, 8, 1, ...
matched = ops.depth_to_space(features[..., order], 2)

# %% A convolution before it
rng = np.random.default_rng(1)
kernel = rng.normal(size=(3, 3, 12, 12)).astype("float32")
bias = rng.normal(size=12).astype("float32")
conv = layers.Conv2D(12, 3, padding="same")
conv.build(features.shape)
conv.set_weights([kernel[..., order], bias[order]])
after_convolution = ops.depth_to_space(conv(features), 2)

# %% One channel out
one_channel = ops.depth_to_space(features[..., :4], 2)

# %% Channels first
first = features.transpose(0, 3, 1, 2)
direct = ops.depth_to_space(first, 2, data_format="channels_first")
direct = ops.convert_to_numpy(direct).transpose(0, 2, 3, 1)
as_in_pytorch = np.array_equal(
    direct, ops.convert_to_numpy(matched)
)
on_tensorflow = keras.config.backend() == "tensorflow"
assert as_in_pytorch != on_tensorflow
print("channels first, as in PyTorch:", as_in_pytorch)
