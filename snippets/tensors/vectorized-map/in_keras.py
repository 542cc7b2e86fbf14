"""Mapping a function over rows in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Rows and a function of one row
import numpy as np
from keras import ops

rng = np.random.default_rng(0)
points = ops.array(rng.normal(size=(5, 3)).astype("float32"))
others = ops.array(rng.normal(size=(5, 3)).astype("float32"))
center = ops.array([0.5, 0.0, -0.5])
calls = []


def distance(a, b):
    calls.append(len(a.shape))  # sees one row
    return ops.sum((a - b) ** 2) ** 0.5


# %% One input varies
distances = ops.vectorized_map(
    lambda p: distance(p, center), points
)
print("shape", ops.shape(distances))
assert calls == [1]  # called once

# %% Two inputs vary together
pairwise = ops.vectorized_map(
    lambda pair: distance(*pair), (points, others)
)
print(f"first {pairwise[0]:.3f}")

# %% The same, one row after the other
one_by_one = ops.map(lambda p: distance(p, center), points)
assert ops.all(ops.isclose(distances, one_by_one))
