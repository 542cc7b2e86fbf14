"""Variance and norms in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same numbers
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
