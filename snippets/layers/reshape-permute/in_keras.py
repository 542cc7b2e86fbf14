"""Reshape and permute in Keras: the batch axis is kept."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same values
import numpy as np
from keras import layers, ops

values = np.arange(24, dtype="float32").reshape(2, 12)
x = ops.convert_to_tensor(values)

# %% The numbers of the other side
naive_axes = len(layers.Reshape((-1, 4))(x).shape)
print("axes:", naive_axes)

# %% Reshape
reshaped = layers.Reshape((3, 4))(x)
inferred = layers.Reshape((6, -1))(x)
print("first row:", ops.convert_to_numpy(reshaped)[0, 0].tolist())

# %% Permute
permuted = layers.Permute((2, 1))(reshaped)  # counts from 1
assert ops.any(permuted != layers.Reshape((4, 3))(x))
print("first row:", ops.convert_to_numpy(permuted)[0, 0].tolist())
mixed = ops.transpose(reshaped, (1, 0, 2))  # a function may
print("shape:", tuple(mixed.shape))

# %% The batch axis
try:
    layers.Reshape((2, 3, 4))(x)
except ValueError as error:
    assert "total size of the tensor" in str(error)
    print("ValueError")
else:
    raise AssertionError("an error was expected")
