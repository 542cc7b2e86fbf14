"""Dropout in Keras: kept values are scaled up."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Sequences of ones
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
ones = np.ones((100, 10, 20), "float32")


def drop(training=True, **arguments):
    layer = layers.Dropout(**arguments)
    return ops.convert_to_numpy(layer(ones, training=training))


# %% The values that come out
dropped = drop(rate=0.2)
values_in_training = np.unique(dropped)
assert np.allclose(values_in_training, [0, 1.25])
assert abs(dropped.mean() - 1) < 0.018
print("training: ", values_in_training.tolist())

values_at_inference = np.unique(drop(rate=0.2, training=False))
values_at_rate_one = np.unique(drop(rate=1.0))
print("inference:", values_at_inference.tolist())
print("rate 1:   ", values_at_rate_one.tolist())

# %% One mask for all steps of a sample
shared = drop(rate=0.2, noise_shape=(None, 1, None))
same_mask_in_every_step = bool((shared == shared[:, :1]).all())
assert not (dropped == dropped[:, :1]).all()
print("same mask in every step:", same_mask_in_every_step)
