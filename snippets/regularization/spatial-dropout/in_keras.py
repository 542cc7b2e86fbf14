"""Dropout of channels in Keras: the last axis, by default."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Images of ones, channels first
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
images = np.ones((8, 16, 5, 5), "float32")


def drop(images, **arguments):
    layer = layers.SpatialDropout2D(0.5, **arguments)
    return ops.convert_to_numpy(layer(images, training=True))


def constant_along(output, *axes):
    return bool((output == output.mean(axes, keepdims=True)).all())


# %% The layer as it comes
naive = drop(images)
naive_drops_whole_channels = constant_along(naive, 2, 3)
naive_drops_whole_columns = constant_along(naive, 1, 2)
print("whole channels:", naive_drops_whole_channels)
print("whole columns: ", naive_drops_whole_columns)

# %% Say where the channels are
output = drop(images, data_format="channels_first")
drops_whole_channels = constant_along(output, 2, 3)
values = np.unique(output)
print("whole channels:", drops_whole_channels)
print("values:", values.tolist())

# %% The same with channels last
output = drop(np.moveaxis(images, 1, -1))
drops_whole_channels_last = constant_along(output, 1, 2)
print("whole channels:", drops_whole_channels_last)
