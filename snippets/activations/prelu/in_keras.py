"""PReLU in Keras: how many slopes are learned."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images and slopes
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 5, 5, 3)).astype("float32")
slopes = np.array([0.1, 0.2, 0.3], "float32")

# %% The defaults
layer = layers.PReLU()
naive = layer(images)
naive_parameters = layer.count_params()
print("slopes:", naive_parameters)
print(f"started at {ops.max(layer.alpha):.2f}")

# %% One slope per channel
layer = layers.PReLU(shared_axes=[1, 2])
model = keras.Sequential([keras.Input((5, 5, 3)), layer])
model.set_weights([slopes.reshape(1, 1, 3)])
output = model(images)
print("slopes:", layer.count_params())

# %% One training step
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(images, np.zeros_like(images))
slopes_after_step = model.get_weights()[0].reshape(3)
numbers = [round(a, 3) for a in slopes_after_step.tolist()]
print("slopes after it:", numbers)
