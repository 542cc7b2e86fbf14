"""Rounding and remainders in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Round
from keras import ops

halves = ops.array([-1.5, -0.5, 0.5, 1.5, 2.5])
rounded = ops.round(halves)
whole = ops.cast(rounded, "int32")
print("rounded", ops.convert_to_numpy(whole).tolist())
one_decimal = ops.round(ops.array([0.25, 0.75]), decimals=1)
cast_to_whole = ops.cast(ops.array([-1.7, 1.7]), "int32")
print("cast", ops.convert_to_numpy(cast_to_whole).tolist())

# %% Divide downwards
a = ops.array([7, -7, 7, -7])
b = ops.array([2, 2, -2, -2])
floored = a // b
remainder = ops.mod(a, b)
assert ops.all(ops.equal(remainder, a % b))
print("floored", ops.convert_to_numpy(floored).tolist())
print("remainder", ops.convert_to_numpy(remainder).tolist())

# %% Divide towards zero
towards_zero = ops.cast(ops.trunc(ops.divide(a, b)), "int32")
remainder_towards_zero = a - b * towards_zero
shown = ops.convert_to_numpy(towards_zero).tolist()
print("towards zero", shown)
shown = ops.convert_to_numpy(remainder_towards_zero).tolist()
print("its remainder", shown)
