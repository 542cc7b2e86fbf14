"""Matrix products in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Two stacks of matrices
import numpy as np
from keras import ops

rng = np.random.default_rng(0)
queries = rng.normal(size=(2, 3, 4)).astype("float32")
keys = rng.normal(size=(2, 5, 4)).astype("float32")
q = ops.convert_to_tensor(queries)
k = ops.convert_to_tensor(keys)

# %% One product and a batch of them
product = q[0] @ ops.transpose(k[0])
batched = ops.matmul(q, ops.swapaxes(k, 1, 2))
print("shape", ops.shape(batched))

# %% The same in index notation
attention_scores = ops.einsum("bqd,bkd->bqk", q, k)
assert ops.all(ops.isclose(attention_scores, batched, atol=1e-6))
summed_over_two_axes = ops.tensordot(q[:, 0], k[:, 0])
print(f"tensordot {summed_over_two_axes:.3f}")

# %% What `dot` takes
vector = q[0, 0]
print(f"dot of two vectors {ops.dot(vector, vector):.3f}")
rows = ops.dot(q[0], vector)
print("dot of a matrix and a vector: shape", ops.shape(rows))

# %% Two number types
whole = ops.ones((4, 2), dtype="int32")
mixed = ops.matmul(q[0], whole)  # casts by itself
