"""Image augmentation in Keras: layers."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Some images
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(20, 6, 6, 1)).astype("float32")
to_nchw = (0, 3, 1, 2)  # only to compare with PyTorch

# %% The part without chance
flipped = ops.transpose(ops.flip(images[:2], axis=2), to_nchw)
cropped = layers.CenterCrop(4, 4)(images[:2])
print("cropped to", list(cropped.shape[1:3]))
cropped = ops.transpose(cropped, to_nchw)

# %% A random flip for each image
augment = layers.RandomFlip("horizontal", seed=0)
out = ops.convert_to_numpy(augment(images, training=True))
kept = (out == images).all(axis=(1, 2, 3))
turned = (out == images[:, :, ::-1]).all(axis=(1, 2, 3))
assert (kept ^ turned).all() and 0 < turned.sum() < 20

# %% Not in inference
untold = ops.convert_to_numpy(augment(images))
assert not np.array_equal(untold, images)  # it acts
in_inference = augment(images, training=False)[:2]
in_inference = ops.transpose(in_inference, to_nchw)
