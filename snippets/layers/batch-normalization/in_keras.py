"""Batch normalization in Keras: defaults and statistics."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 3, 3, 4)).astype("float32")

# %% The defaults
default = layers.BatchNormalization()
naive = ops.transpose(default(images, training=True), (0, 3, 1, 2))
naive_running_mean = default.moving_mean
print("epsilon:", default.epsilon)
print("weight of the old statistics:", default.momentum)

# %% Set both arguments
norm = layers.BatchNormalization(epsilon=1e-3, momentum=0.9)
matched = ops.transpose(norm(images, training=True), (0, 3, 1, 2))

# %% The running statistics after one step
running_mean = ops.convert_to_numpy(norm.moving_mean)
running_variance = ops.convert_to_numpy(norm.moving_variance)
variance = images.var(axis=(0, 1, 2))
expected = 0.9 + 0.1 * variance
np.testing.assert_allclose(running_variance, expected, rtol=1e-5)
print(f"running variance: {running_variance[0]:.4f}")

# %% Inference with them
inference_output = ops.transpose(norm(images), (0, 3, 1, 2))
print(f"output std: {ops.std(inference_output):.4f}")

# %% Train on batches of two, one and predict
three = np.concatenate([images, images[:1] + 1])
norm = layers.BatchNormalization(epsilon=1e-3, momentum=0.9)
model = keras.Sequential([keras.Input((3, 3, 4)), norm])
model.compile(keras.optimizers.SGD(0.0), "mse")
model.fit(three, three, batch_size=2, shuffle=False, verbose=0)
fitted_mean = norm.moving_mean
prediction = model.predict(three, verbose=0).transpose(0, 3, 1, 2)
assert np.allclose(
    prediction,
    ops.convert_to_numpy(model(three)).transpose(0, 3, 1, 2),
    atol=1e-6,
)
