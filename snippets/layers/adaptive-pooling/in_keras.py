"""Adaptive pooling in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 10, 7, 3)).astype("float32")

# %% Pool to 4 by 3
average = layers.AdaptiveAveragePooling2D((4, 3))(images)
maximum = layers.AdaptiveMaxPooling2D((4, 3))(images)
print("adaptive:", list(average.shape[1:3]))

# %% A fixed window instead
fixed = layers.AveragePooling2D((10 // 4, 7 // 3))(images)
fixed_window_shape = list(fixed.shape[1:3])
print("fixed window:", fixed_window_shape)
assert fixed_window_shape != [4, 3]
