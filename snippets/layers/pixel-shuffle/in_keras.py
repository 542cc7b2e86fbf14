"""Pixel shuffle in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same features
import numpy as np
from keras import ops

rng = np.random.default_rng(0)
features = rng.normal(size=(2, 4, 4, 12)).astype("float32")

# %% The line a reader copies first
naive = ops.depth_to_space(features, 2)
print("shape:", list(naive.shape))

# %% Channels in the order of PyTorch
order = np.arange(12).reshape(3, 4).T.flatten()  # 0, 4, 8, 1, ...
matched = ops.depth_to_space(features[..., order], 2)

# %% One channel out
one_channel = ops.depth_to_space(features[..., :4], 2)
