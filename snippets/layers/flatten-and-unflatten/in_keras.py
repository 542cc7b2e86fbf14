"""Flatten and unflatten in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same values
import numpy as np
from keras import layers, ops

values = np.arange(24, dtype="float32").reshape(2, 3, 2, 2)
x = ops.convert_to_tensor(values)

# %% The line a reader copies first
copied = layers.Flatten()(x)
naive_batch_size = copied.shape[0]
print("shape:", tuple(copied.shape))

# %% Keep the batch axis
flat = layers.Flatten()(x)
middle = layers.Reshape((3, -1))(x)
everything = ops.ravel(x)
print("shapes:", tuple(flat.shape), tuple(middle.shape))

# %% And back
assert not [n for n in dir(layers) if "unflat" in n.lower()]
restored = layers.Reshape((3, 2, 2))(flat)
assert ops.all(restored == x)
