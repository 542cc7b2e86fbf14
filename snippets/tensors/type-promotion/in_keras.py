"""Number types of results in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Whole numbers with floating-point ones
import numpy as np
from keras import backend, ops

whole = ops.array([1, 2, 3])
fractions = ops.array([0.5, 0.25, 0.125])
# TensorFlow's own `*` would refuse to mix, ops.multiply casts.
mixed_product = ops.multiply(whole, fractions)
quotient = ops.divide(whole, 2)
print("whole numbers:", backend.standardize_dtype(whole.dtype))
print("product:", backend.standardize_dtype(mixed_product.dtype))
print("quotient:", backend.standardize_dtype(quotient.dtype))

# %% Count and average
how_many_true = ops.sum(whole > 1)
dtype = backend.standardize_dtype(how_many_true.dtype)
print("sum of booleans:", dtype)
dtype = backend.standardize_dtype(ops.mean(whole).dtype)
print("mean of whole numbers:", dtype)

# %% A sum that leaves 32 bits
large = ops.array([2**31 - 1, 1], dtype="int32")
naive_large_sum = ops.sum(large)
print("sum of int32:", int(naive_large_sum))
large_sum = ops.sum(ops.cast(large, "float32"))
print("sum of float32:", int(large_sum))
assert naive_large_sum == -(2**31)

# %% Types from NumPy, and half precision
wide = ops.convert_to_tensor(np.array([1])).dtype
wide = backend.standardize_dtype(wide)
print("from NumPy's int64:", wide)
assert wide == ("int32" if backend.backend() == "jax" else "int64")


def product_type(a, b):
    product = ops.multiply(ops.ones(3, a), ops.ones(3, b))
    return backend.standardize_dtype(product.dtype)


assert product_type("int32", "float16") == "float16"
assert product_type("float16", "bfloat16") == "float32"
