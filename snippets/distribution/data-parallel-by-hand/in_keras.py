"""Data parallelism in Keras: average two gradients."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A batch and a model
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(8, 3)).astype("float32")
y = rng.normal(size=(8, 1)).astype("float32")
model = keras.Sequential(
    [keras.Input((3,)), layers.Dense(1, use_bias=False)]
)
model.compile(keras.optimizers.SGD(1.0), "mse")


def gradient(x, y, model=model):  # a step at rate 1 subtracts it
    dense = model.layers[-1]
    dense.set_weights([np.ones((3, 1))])
    model.train_on_batch(x, y)
    return 1 - dense.get_weights()[0]


# %% One device: the whole batch
whole_batch_gradient = gradient(x, y)
print([f"{slope:.3f}" for slope in whole_batch_gradient[:, 0]])

# %% Two devices: half a batch each
first, second = gradient(x[:4], y[:4]), gradient(x[4:], y[4:])
averaged_gradient = (first + second) / 2
assert not np.allclose(first, second)
difference = averaged_gradient - whole_batch_gradient
assert abs(difference).max() < 1e-5
norm = np.linalg.norm
ratio = norm(first + second) / norm(whole_batch_gradient)
print(f"sum / whole {ratio:.3f}")

# %% With batch normalization
norm = layers.BatchNormalization(
    epsilon=1e-5, center=False, scale=False
)
dense = layers.Dense(1, use_bias=False)
model = keras.Sequential([keras.Input((3,)), norm, dense])
model.compile(keras.optimizers.SGD(1.0), "mse")
whole = gradient(x, y, model)
first = gradient(x[:4], y[:4], model)
second = gradient(x[4:], y[4:], model)
with_normalization = (first + second) / 2
assert not np.allclose(with_normalization, whole, rtol=0.05)
