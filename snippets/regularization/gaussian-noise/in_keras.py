"""Gaussian noise in Keras: a layer of its own."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The layer
import keras
import numpy as np
from keras import layers, ops

layer = layers.GaussianNoise(0.3)

# %% In training and at inference
keras.utils.set_random_seed(0)
x = np.ones((100, 100), "float32")
noisy = ops.convert_to_numpy(layer(x, training=True))
noisy_in_training = bool((noisy != x).any())
at_inference = ops.convert_to_numpy(layer(x))[0]
deviation_near_0_3 = bool(abs(noisy.std() - 0.3) < 0.02)
assert np.array_equal(at_inference, x[0])
assert deviation_near_0_3 and abs(noisy.mean() - 1) < 0.02
print("noisy in training:", noisy_in_training)

# %% Noise that multiplies
rate = 0.2
stddev = (rate / (1 - rate)) ** 0.5
layer = layers.GaussianDropout(rate)
product = ops.convert_to_numpy(layer(2 * x, training=True))
dropout_deviation = (product / (2 * x)).std()
dropout_deviation_near_0_5 = bool(
    abs(dropout_deviation - 0.5) < 0.02
)
assert dropout_deviation_near_0_5 and abs(stddev - 0.5) < 1e-9
print(f"standard deviation at rate {rate}: {stddev:.2f}")
