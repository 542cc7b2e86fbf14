"""Mapping a function over rows in PyTorch."""

# %% Rows and a function of one row
import numpy as np
import torch

rng = np.random.default_rng(0)
points = torch.from_numpy(rng.normal(size=(5, 3)).astype("float32"))
others = torch.from_numpy(rng.normal(size=(5, 3)).astype("float32"))
center = torch.tensor([0.5, 0.0, -0.5])
calls = []


def distance(a, b):
    calls.append(a.ndim)  # sees one row
    return torch.sum((a - b) ** 2) ** 0.5


# %% One input varies
distances = torch.vmap(distance, in_dims=(0, None))(points, center)
print("shape", tuple(distances.shape))
assert calls == [1]  # called once

# %% Two inputs vary together
pairwise = torch.vmap(distance)(points, others)
print(f"first {pairwise[0]:.3f}")

# %% The same, one row after the other
one_by_one = torch.stack([distance(p, center) for p in points])
assert torch.allclose(distances, one_by_one)
