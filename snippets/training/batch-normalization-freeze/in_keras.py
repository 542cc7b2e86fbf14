"""A frozen batch normalization in Keras: one switch."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Features that are not yet normalized
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
features = rng.normal(3.0, 2.0, size=(16, 4)).astype("float32")

# %% Freeze the layer, then run the model in training mode
layer = layers.BatchNormalization(epsilon=1e-5)  # as in PyTorch
layer.trainable = False
model = keras.Sequential([keras.Input((4,)), layer])
naive_output = model(features, training=True)
naive_running_mean = layer.moving_mean.numpy()
print(f"output, mean {ops.mean(ops.abs(naive_output)):.3f}")
print(f"running mean {naive_running_mean[0]:.3f}")

# %% Freeze its statistics too
output = model(features, training=True)  # they already are
running_mean = layer.moving_mean
assert not running_mean.numpy().any()
print(f"output, mean {ops.mean(ops.abs(output)):.3f}")

# %% A base that is called for inference
start = keras.Input((4,))
norm = layers.BatchNormalization()
base = keras.Sequential([start, norm])
model = keras.Model(start, base(start, training=False))
model.compile(keras.optimizers.SGD(0.1), "mse")
model.fit(features, features, verbose=0)
naive_statistics_stay = not norm.moving_mean.numpy().any()
print("statistics stay in fit:", naive_statistics_stay)
