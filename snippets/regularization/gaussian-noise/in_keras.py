"""Gaussian noise in Keras: a layer of its own."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The layer
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
layer = layers.GaussianNoise(0.3)

# %% In training and at inference
x = np.full((5000, 400), 3.0, "float32")
noise = keras.ops.convert_to_numpy(layer(x, training=True)) - x
deviation = noise.std()
assert abs(noise.mean()) < 5 * 0.3 / noise.size**0.5
at_inference = layer(x)[0]
model = keras.Sequential([layer])
assert np.array_equal(model.predict(x, verbose=0), x)
model.compile(loss="mse")
loss = model.evaluate(x, x, verbose=0)
assert loss == 0  # evaluate and predict add no noise
print(f"standard deviation: {deviation:.2f}")

# %% Noise that multiplies
layer = layers.GaussianDropout(0.2)
factor = keras.ops.convert_to_numpy(layer(x, training=True)) / x
dropout_deviation, mean_factor = factor.std(), factor.mean()
dropout_at_inference = layer(x)[0]
print(f"standard deviation of the factor: {dropout_deviation:.2f}")
