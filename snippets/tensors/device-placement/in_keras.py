"""A device for a model and its data in Keras on PyTorch."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A batch, as NumPy makes it
import keras
import numpy as np
from keras import layers

batch = np.ones((8, 4), "float32")
device = "meta"  # on a machine with a GPU: "cuda"

# %% A layer on that device
with keras.device(device):
    layer = layers.Dense(3)
    layer.build((None, 4))
assert layer.kernel.value.device.type == device

# %% The batch stays where it is
with keras.device(device):
    try:
        output = layer(batch)
        naive_batch_accepted = True
    except RuntimeError:
        naive_batch_accepted = False
assert naive_batch_accepted

# %% The batch on the same device
output_moved = output.device.type == device
assert output_moved  # the call has moved it
print("output on:", output.device.type)
