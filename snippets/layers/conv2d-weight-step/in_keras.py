"""A convolution in Keras, channels first."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images and kernel
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 3, 6, 7)).astype("float32")
weights = rng.normal(size=(3, 3, 3, 3)).astype("float32")
bias = rng.normal(size=3).astype("float32")

# %% Carry the kernel over
conv = layers.Conv2D(3, 3, data_format="channels_first")
model = keras.Sequential([keras.Input((3, 6, 7)), conv])
model.set_weights([weights, bias])  # fits, and is wrong
naive = model(images)
model.set_weights([weights.transpose(2, 3, 1, 0), bias])
output = model(images)
print("kernel:", list(conv.kernel.shape))
print("output:", list(output.shape))

# %% A bias, where the output is as wide as it is deep
channels_last = layers.Conv2D(3, 3)
last = images[..., :5].transpose(0, 2, 3, 1)
channels_last.build(last.shape)
channels_last.set_weights(conv.get_weights())
narrow = ops.transpose(channels_last(last), (0, 3, 1, 2))
print("narrow output:", list(narrow.shape))

# %% The same in every convolution layer
keras.config.set_image_data_format("channels_first")
each = ["Conv{}D", "Conv{}DTranspose"]
each += ["DepthwiseConv{}D", "SeparableConv{}D"]
for rank in (1, 2, 3):
    for name in each[: 2 if rank == 3 else 4]:
        make = getattr(layers, name.format(rank))
        depthwise = name == "DepthwiseConv{}D"
        layer = make(1) if depthwise else make(4, 1)
        size = (1,) + (4,) * (rank + 1)
        layer.build(size)
        layer.bias.assign([0.0, 1.0, 2.0, 3.0])
        added = ops.reshape(layer(np.zeros(size)), (4, -1))
        right = ops.all(added == np.arange(4.0)[:, None])
        assert right == (keras.config.backend() != "tensorflow")

# %% Train one step
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(images, np.zeros((2, 3, 4, 5)))
kernel_after_step = ops.transpose(conv.kernel, (3, 2, 0, 1))
bias_after_step = conv.bias
