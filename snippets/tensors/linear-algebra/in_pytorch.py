"""Linear algebra in PyTorch."""

# %% Matrices with well separated eigenvalues
import numpy as np
import torch

rng = np.random.default_rng(0)
table = rng.normal(size=(4, 3)).astype("float32")
x = torch.from_numpy(table)
square = x.T @ x + torch.diag(torch.tensor([1.0, 2.0, 3.0]))
b = torch.tensor([1.0, 2.0, 3.0])

# %% Solve, determinant, Cholesky
solution = torch.linalg.solve(square, b)
determinant = torch.linalg.det(square)
cholesky_factor = torch.linalg.cholesky(square)  # lower
print(f"determinant {determinant:.3f}")

# %% Eigenvalues in ascending order
eigenvalues, vectors = torch.linalg.eigh(square)
print("eigenvalues", *[f"{e:.3f}" for e in eigenvalues])
projections = torch.einsum("ik,jk->kij", vectors, vectors)

# %% Singular values in descending order
u, singular_values, v_transposed = torch.linalg.svd(x)
print("shapes", tuple(u.shape), tuple(v_transposed.shape))
rebuilt = u[:, :3] * singular_values @ v_transposed
assert torch.allclose(rebuilt, x, atol=1e-5)

# %% A batch of vectors, and a singular matrix
three = torch.stack([square, 2 * square, 4 * square])
vectors = torch.stack([b, b, b])
batch_solution = torch.linalg.solve(three, vectors)
try:
    torch.linalg.inv(torch.ones(2, 2))
except RuntimeError:
    print("singular: an error")
