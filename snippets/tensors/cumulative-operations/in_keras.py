"""Cumulative sums and products in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same numbers
import keras
import numpy as np
from keras import ops

table = np.array([[1, 2, 3], [4, 5, 6]], "float32")
x = ops.convert_to_tensor(table)

# %% Without an axis
flat_sums = ops.cumsum(x)
assert flat_sums.shape == (6,)

# %% Along an axis
sums = ops.cumsum(x, axis=1)
products = ops.cumprod(x, axis=1)
print("sums", ops.convert_to_numpy(sums).tolist())
print("products", ops.convert_to_numpy(products).tolist())

# %% Of what came before, and from the end
exclusive = sums - x
from_the_end = ops.flip(ops.cumsum(ops.flip(x, 1), axis=1), 1)
print("exclusive", ops.convert_to_numpy(exclusive).tolist())
print("from the end", ops.convert_to_numpy(from_the_end).tolist())

# %% Bytes
pixels = ops.convert_to_tensor([200, 100], dtype="uint8")
naive_bytes = ops.cumsum(pixels, axis=0)
print("bytes", ops.convert_to_numpy(naive_bytes).tolist())
as_integers = ops.cumsum(pixels, axis=0, dtype="int32")
assert naive_bytes[1] == 300 - 256

# %% Half precision
ones = ops.ones(400, dtype="bfloat16")
last = float(ops.cumsum(ones, axis=0)[-1])
print("400 ones:", last)
as_float32 = ops.cumsum(ops.cast(ones, "float32"), axis=0)[-1]
on_tensorflow = keras.config.backend() == "tensorflow"
assert last == (256.0 if on_tensorflow else 400.0)
