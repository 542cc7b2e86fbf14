"""Linear algebra in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Matrices with well separated eigenvalues
import numpy as np
from keras import ops

rng = np.random.default_rng(0)
table = rng.normal(size=(4, 3)).astype("float32")
x = ops.convert_to_tensor(table)
square = ops.transpose(x) @ x + ops.diag(ops.array([1.0, 2.0, 3.0]))
b = ops.array([1.0, 2.0, 3.0])

# %% Solve, determinant, Cholesky
solution = ops.solve(square, b)
determinant = ops.det(square)
cholesky_factor = ops.cholesky(square)  # lower
print(f"determinant {determinant:.3f}")

# %% Eigenvalues in ascending order
eigenvalues, vectors = ops.eigh(square)
print("eigenvalues", *[f"{e:.3f}" for e in eigenvalues])
projections = ops.einsum("ik,jk->kij", vectors, vectors)

# %% Singular values in descending order
u, singular_values, v_transposed = ops.svd(x)
print("shapes", ops.shape(u), ops.shape(v_transposed))
rebuilt = u[:, :3] * singular_values @ v_transposed
assert ops.all(ops.isclose(rebuilt, x, atol=1e-5))
