"""Sorting in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Sort
import keras
from keras import ops

x = ops.array([3.0, 1.0, 4.0, 1.5, 5.0, 9.0])
ascending = ops.sort(x)
order = ops.argsort(x)
descending = ops.flip(ascending)  # there is no such argument
print("order", ops.convert_to_numpy(order).tolist())

# %% The largest ones
top_values, top_indices = ops.top_k(x, 2)
values = ops.convert_to_numpy(top_values).tolist()
indices = ops.convert_to_numpy(top_indices).tolist()
print("top", values, "at", indices)
assert ops.argmax(x) == indices[0]
assert ops.max(x, axis=0) == values[0]
first_of_equal = ops.argmax(ops.array([1, 7, 7]))
print("argmax of two equal ones", int(first_of_equal))

# %% The middle one
naive_median = ops.median(x)
median = ops.quantile(x, 0.5)
print("median", float(naive_median), "quantile", float(median))

# %% Not a number, and equal values
holed = ops.array([2.0, float("nan"), 3.0])
found = int(ops.argmax(holed))
print("largest of NaN:", found)
assert found == (2 if keras.config.backend() == "tensorflow" else 1)
largest_known = ops.argmax(ops.nan_to_num(holed, -float("inf")))
equal_values = ops.top_k(ops.array([1.0, 1, 1, 0]), 2)[0]
