"""Batch normalization of sequences in PyTorch."""

# %% The same table and sequences
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
table = rng.normal(size=(6, 3)).astype("float32")
spread = [1.0, 2.0, 4.0]  # of the three features
sequences = rng.normal(size=(4, 3, 3)) * spread
sequences = sequences.astype("float32")
target = rng.normal(size=(4, 3, 3)).astype("float32")


def norm():
    return nn.BatchNorm1d(3, eps=1e-3)


# %% A table
table_output = norm()(torch.from_numpy(table))

# %% Sequences
x = torch.from_numpy(sequences)
axis_one = naive = norm()(x)  # normalizes the steps
features = norm()
matched = features(x.mT).mT
deviations = matched.std(dim=(0, 1), correction=0)
print("per feature:", [round(d, 3) for d in deviations.tolist()])
deviations = naive.std(dim=(0, 1), correction=0)
print("naive:", [round(d, 3) for d in deviations.tolist()])

# %% One training step
nn.MSELoss()(matched, torch.from_numpy(target)).backward()
torch.optim.SGD(features.parameters(), lr=1.0).step()
scale_after_step = features.weight

# %% A batch of one row
try:
    norm()(torch.from_numpy(table[:1]))
except ValueError as error:
    print(str(error).split(",")[0])
else:
    raise AssertionError("an error was expected")
