"""Rounding and remainders in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Round
import keras
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
apart = ops.logical_and(remainder != 0, (a < 0) != (b < 0))
towards_zero = floored + ops.cast(apart, "int32")
large = ops.array([2**24 + 1])
quotient = ops.cast(ops.trunc(ops.divide(large, 1)), "int32")
assert quotient[0] == 2**24  # by way of float32: not exact
remainder_towards_zero = a - b * towards_zero
shown = ops.convert_to_numpy(towards_zero).tolist()
print("towards zero", shown)
shown = ops.convert_to_numpy(remainder_towards_zero).tolist()
print("its remainder", shown)

# %% Divide by zero, or cast what does not fit
backend = keras.config.backend()
try:
    ops.floor_divide(ops.array([7]), ops.array([0]))
    stopped = False
except Exception as error:  # its class depends on the backend
    stopped = True
    print(type(error).__name__)
assert stopped == (backend != "jax")
byte = int(ops.cast(ops.array([300.0]), "uint8")[0])
print("300 as a byte:", byte)
assert byte == (255 if backend == "jax" else 300 - 256)
