"""A grouped convolution in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images and kernel
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 6, 6, 4)).astype("float32")
kernel = rng.normal(size=(3, 3, 2, 6)).astype("float32")

# %% Two groups
conv = layers.Conv2D(6, 3, groups=2, use_bias=False)
model = keras.Sequential([keras.Input((6, 6, 4)), conv])
model.set_weights([kernel])  # (H, W, in / groups, out)
output = model(images)
print("weights:", list(conv.kernel.shape))

# %% The same by hand
halves = [
    ops.conv(channels, weights)
    for channels, weights in zip(
        np.split(images, 2, axis=-1),
        np.split(kernel, 2, axis=-1),
        strict=True,
    )
]
split_output = ops.concatenate(halves, axis=-1)
assert np.allclose(
    ops.convert_to_numpy(split_output),
    ops.convert_to_numpy(output),
    atol=1e-5,
)

# %% Train one step
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(images, np.zeros((2, 4, 4, 6)))
kernel_after_step = conv.kernel
