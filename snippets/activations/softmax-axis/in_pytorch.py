"""Softmax in PyTorch: which axis sums to one."""

# %% The same scores: batch, time, classes
import warnings

import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
scores = rng.normal(size=(2, 4, 3)).astype("float32")
x = torch.from_numpy(scores)

# %% No axis named
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    naive_three_axes = nn.Softmax()(x)
    assert torch.equal(nn.Softmax()(x[0]), x[0].softmax(1))
assert "Implicit dimension choice" in str(caught[0].message)
sums = [naive_three_axes.sum(d) for d in range(3)]
axes = [
    d for d in range(3) if torch.allclose(sums[d], x.new_ones(1))
]
print("axes that sum to one:", axes)

# %% The axis stated
softmax = nn.Softmax(dim=-1)(x)
log_softmax = nn.LogSoftmax(dim=-1)(x)
direction = torch.from_numpy(scores[::-1].copy())
_, derivative = torch.func.jvp(
    nn.Softmax(dim=-1), (x,), (direction,)
)

# %% Without the last class
keep = torch.tensor([True, True, False])
masked = x.masked_fill(~keep, -torch.inf).softmax(-1)
everything = torch.full((1, 3), -torch.inf).softmax(-1)
assert everything.isnan().all()
print("first row:", [round(p, 3) for p in masked[0, 0].tolist()])
