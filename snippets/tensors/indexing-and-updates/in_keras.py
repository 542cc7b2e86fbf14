"""Changing parts of a tensor in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Replace a block
import keras
from keras import ops

original = ops.zeros((3, 4))
first_row = original[0]
block = ops.array([[5.0, 6.0]])
x = block_updated = ops.slice_update(original, (0, 1), block)
shown = ops.convert_to_numpy(first_row).tolist()
print("the old first row", shown)

# %% Replace single places
places, values = ops.array([[1, 0], [2, 3]]), ops.array([7.0, 8.0])
x = places_updated = ops.scatter_update(x, places, values)
print("sum", float(ops.sum(x)))

# %% Replace by a mask
x = mask_updated = ops.where(x > 5.5, -1.0, x)
print("sum", float(ops.sum(x)))

# %% The tensor at the start
naive_original = original
print("sum of the original", float(ops.sum(original)))

# %% A place outside
try:
    lost = ops.scatter_update(ops.zeros(3), [[5]], [1.0])
except Exception as error:  # its class depends on the backend
    assert keras.config.backend() != "jax"
    print(type(error).__name__)
else:
    assert keras.config.backend() == "jax" and not ops.any(lost)
    print("dropped")
