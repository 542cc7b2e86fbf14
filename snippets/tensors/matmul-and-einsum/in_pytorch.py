"""Matrix products in PyTorch."""

# %% Two stacks of matrices
import numpy as np
import torch

rng = np.random.default_rng(0)
queries = rng.normal(size=(2, 3, 4)).astype("float32")
keys = rng.normal(size=(2, 5, 4)).astype("float32")
q, k = torch.from_numpy(queries), torch.from_numpy(keys)

# %% One product and a batch of them
product = q[0] @ k[0].T
batched = q @ k.mT
assert torch.equal(product, torch.matmul(q[0], k[0].T))
print("shape", tuple(batched.shape))

# %% The same in index notation
attention_scores = torch.einsum("bqd,bkd->bqk", q, k)
assert torch.allclose(attention_scores, batched, atol=1e-6)
summed_over_two_axes = torch.tensordot(q[:, 0], k[:, 0])
print(f"tensordot {summed_over_two_axes:.3f}")

# %% What `dot` takes
vector = q[0, 0]
print(f"dot of two vectors {torch.dot(vector, vector):.3f}")
try:
    torch.dot(q[0], vector)
except RuntimeError:
    print("dot of a matrix and a vector: RuntimeError")

# %% Two number types
whole = torch.ones(4, 2, dtype=torch.int32)
try:
    q[0] @ whole
except RuntimeError as error:
    print(error)
mixed = q[0] @ whole.float()
