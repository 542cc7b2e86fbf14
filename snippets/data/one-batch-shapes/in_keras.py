"""One batch in Keras: shape and dtype."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Images as they are read from files
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
stored = rng.uniform(size=(6, 8, 6, 3))  # rows, columns, colors
kernel = rng.normal(size=(3, 3, 3, 2)).astype("float32")


class Images(keras.utils.PyDataset):
    def __len__(self):
        return 3

    def __getitem__(self, i):
        rows = np.arange(2 * i, 2 * i + 2)
        return stored[rows], rows


# %% Take one batch
images, labels = Images()[0]
naive_shape = list(images.shape)
print("images:", naive_shape, images.dtype)
print("labels:", labels.tolist())

# %% Feed it as it is
layer = layers.Conv2D(2, 3, use_bias=False)
model = keras.Sequential([keras.Input((8, 6, 3)), layer])
model.set_weights([kernel])
output = model.predict(images, verbose=0)
naive_float64_accepted = output.dtype == "float32"

# %% Feed it as float32
same = model.predict(images.astype("float32"), verbose=0)
assert np.array_equal(same, output)
images = np.moveaxis(images, -1, 1)  # to compare with PyTorch
output = np.moveaxis(output, -1, 1)
