"""A dilated convolution in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images and kernel
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 9, 9, 3)).astype("float32")
kernel = rng.normal(size=(3, 3, 3, 4)).astype("float32")

# %% Dilate
conv = layers.Conv2D(4, 3, dilation_rate=2, padding="same")
model = keras.Sequential([keras.Input((9, 9, 3)), conv])
model.set_weights([kernel, np.zeros(4)])  # (H, W, in, out)
output = model(images)
print("shape:", list(output.shape))

# %% Dilate and stride
try:
    layers.Conv2D(4, 3, strides=2, dilation_rate=2)
except ValueError as error:
    print(str(error).split(". ")[0])
strided_output = output[:, ::2, ::2]
print("strided shape:", list(strided_output.shape))

# %% Train one step
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(images, np.zeros((2, 9, 9, 4)))
kernel_after_step = conv.kernel
