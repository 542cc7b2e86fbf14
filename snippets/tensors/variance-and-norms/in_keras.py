"""Variance and norms in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same numbers
import keras
import numpy as np
from keras import ops

rng = np.random.default_rng(0)
table = rng.normal(size=(4, 3)).astype("float32")
table[3] = 0.0
x = ops.convert_to_tensor(table)

# %% Spread
naive_variance = ops.var(x, axis=0)
naive_deviation = ops.std(x, axis=0)
print(f"deviation, default: {naive_deviation[0]:.3f}")
variance = naive_variance  # over n already, no such argument
deviation = naive_deviation
print(f"deviation, over n: {deviation[0]:.3f}")
assert np.allclose(variance, np.var(table, axis=0))

# %% Length
row_norms = ops.norm(x, axis=1)
frobenius = ops.norm(x)
print(f"Frobenius norm {frobenius:.3f}")

# %% Scale rows to length one
unit_rows = ops.normalize(x, axis=1)
assert ops.isclose(ops.norm(unit_rows[0]), 1.0)
assert ops.all(unit_rows[3] == 0.0)

# %% The slope of a constant or a row of zeros
zeros, direction = ops.zeros(3), ops.array([1.0, 2.0, 4.0])
for function in (ops.std, ops.norm):
    slope = ops.jvp(function, (zeros,), (direction,))[1]
    is_nan = bool(ops.isnan(slope))
    assert is_nan == (keras.config.backend() != "torch")


def length(x):
    return ops.sqrt(ops.sum(ops.square(x)) + 1e-12)


units = ops.eye(3)
safe_slope = ops.stack(
    [ops.jvp(length, (zeros,), (unit,))[1] for unit in units]
)
print("slope", ops.convert_to_numpy(safe_slope).tolist())
