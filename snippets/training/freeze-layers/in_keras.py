"""Freezing layers in Keras: trainable."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Three layers with given weights
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(8, 3)).astype("float32")
y = rng.normal(size=(8, 1)).astype("float32")
shapes = (3, 4), (4, 4), (4, 1)
kernels = [rng.normal(size=s).astype("float32") for s in shapes]
first = layers.Dense(4, "tanh", use_bias=False)
middle = layers.Dense(4, "tanh", use_bias=False)
head = layers.Dense(1, use_bias=False)
model = keras.Sequential([keras.Input((3,)), first, middle, head])
model.set_weights(kernels)

# %% Freeze the middle
middle.trainable = False
free = model.trainable_weights
trainable_parameters = sum(np.prod(w.shape) for w in free)
print("trainable parameters:", trainable_parameters)

# %% Train three steps
model.compile(keras.optimizers.SGD(0.1, momentum=0.9), "mse")
for _ in range(3):
    model.train_on_batch(x, y)

# %% What moved
weights = [layer.kernel.numpy() for layer in model.layers]
first_kernel, frozen_kernel, head_kernel = weights
assert np.array_equal(frozen_kernel, kernels[1])
pairs = zip(weights, kernels, strict=True)
moved = [f"{abs(w - k).max():.3f}" for w, k in pairs]
print("moved by at most:", *moved)
