"""Joining and cutting tensors in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Join
from keras import ops

x = ops.reshape(ops.arange(12.0), (2, 6))
joined = ops.concatenate([x, -x], axis=1)
stacked = ops.stack([x, -x], axis=1)
print("cat", ops.shape(joined), "stack", ops.shape(stacked))

# %% Cut with a number
naive_count = len(ops.split(x, 2, axis=1))
print("split(x, 2) gives", naive_count, "pieces")
first_of_two = ops.split(x, 2, axis=1)[0]

# %% Cut with a list
pieces = ops.split(x, [1, 2, 3], axis=1)
lengths = [p.shape[1] for p in pieces]
naive_list = lengths[:3]  # three cuts give four pieces
print("lengths for [1, 2, 3]:", lengths)
middle_piece = ops.split(x, [1, 3], axis=1)[1]

# %% Cut into uneven pieces
pieces = ops.array_split(x, 4, axis=1)
uneven_lengths = [p.shape[1] for p in pieces]
print("four pieces of six columns:", uneven_lengths)

# %% Seven into two
seven = ops.arange(7.0)
try:
    ops.split(seven, 2)
except Exception as error:  # its class depends on the backend
    print("split:", type(error).__name__)
else:
    raise AssertionError("an error was expected")
first_of_seven = ops.array_split(seven, 2)[0]
