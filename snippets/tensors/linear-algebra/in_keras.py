"""Linear algebra in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Matrices with well separated eigenvalues
import keras
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

# %% A batch of vectors, and a singular matrix
three = ops.stack([square, 2 * square, 4 * square])
vectors = ops.stack([b, b, b])
batch_solution = ops.solve(three, vectors[..., None])[..., 0]
silent = keras.config.backend() == "jax"
as_a_matrix = ops.ndim(ops.solve(three, vectors)) == 3
assert as_a_matrix == silent
try:
    inverse = ops.inv(ops.ones((2, 2)))
    assert silent and not ops.any(ops.isfinite(inverse))
    print("singular: infinite")
except Exception as error:
    assert not silent and not isinstance(error, AssertionError)
    print("singular: an error")
