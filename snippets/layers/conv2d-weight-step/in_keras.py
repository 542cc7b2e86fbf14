"""A convolution in Keras, channels first."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images and kernel
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 3, 6, 6)).astype("float32")
weights = rng.normal(size=(4, 3, 3, 3)).astype("float32")

# %% Carry the kernel over
conv = layers.Conv2D(
    4, 3, use_bias=False, data_format="channels_first"
)
model = keras.Sequential([keras.Input((3, 6, 6)), conv])
model.set_weights([weights.transpose(2, 3, 1, 0)])
output = model(images)
print("kernel:", list(conv.kernel.shape))
print("output:", list(output.shape))

# %% Train one step
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(images, np.zeros((2, 4, 4, 4)))
kernel_after_step = ops.transpose(conv.kernel, (3, 2, 0, 1))

# %% A bias, where the output is as wide as it is deep
biased = layers.Conv2D(4, 3, data_format="channels_first")
biased.build(images.shape)
biased.set_weights([np.zeros((3, 3, 3, 4)), np.arange(4)])
result = ops.convert_to_numpy(biased(images))
print(result[0, :, 0, 0].tolist())
wrong_axis = result[0, 1, 0, 0] != 1
assert wrong_axis == (keras.config.backend() == "tensorflow")
