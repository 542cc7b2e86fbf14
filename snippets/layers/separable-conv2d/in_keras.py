"""A separable convolution in Keras: one layer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images and kernels
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 6, 6, 3)).astype("float32")
depthwise = rng.normal(size=(3, 3, 3, 2)).astype("float32")
pointwise = rng.normal(size=(1, 1, 6, 4)).astype("float32")

# %% The line a reader copies first
conv = layers.SeparableConv2D(4, 3, depth_multiplier=2)
model = keras.Sequential([keras.Input((6, 6, 3)), conv])
naive_parameters = parameters = model.count_params()
print("parameters:", parameters)

# %% Carry the kernels over
model.set_weights([depthwise, pointwise, np.zeros(4)])
output = model(images)

# %% Train one step
model.compile(keras.optimizers.SGD(0.01), "mse")
model.train_on_batch(images, np.zeros((2, 4, 4, 4)))
depthwise_after_step, pointwise_after_step, bias_after_step = (
    model.get_weights()
)
