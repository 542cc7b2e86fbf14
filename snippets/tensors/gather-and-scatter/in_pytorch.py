"""Gather and scatter in PyTorch."""

# %% The same table
import numpy as np
import torch

rng = np.random.default_rng(0)
table = rng.normal(size=(4, 3)).astype("float32")
x = torch.from_numpy(table)

# %% Gather one number a row, or whole rows
labels = torch.tensor([2, 0, 1, 1])
chosen_per_row = torch.gather(x, 1, labels[:, None])[:, 0]
chosen_rows = torch.index_select(x, 0, torch.tensor([3, 0]))
print("per row", tuple(chosen_per_row.shape))
print("rows", tuple(chosen_rows.shape))

# %% Sum rows by group
groups = torch.tensor([0, 0, 2, 2])
zeros = torch.zeros(3, 3)
sums_per_group = zeros.index_add(0, groups, x)
assert torch.allclose(sums_per_group[0], x[0] + x[1])

# %% Scatter values, two of them to one place
index = torch.tensor([0, 4, 4])
values = torch.tensor([1.0, 10.0, 100.0])
scattered = torch.zeros(5).scatter_add(0, index, values)
print("scattered", scattered.tolist())

# %% An index outside
for outside in (-1, 4):
    try:
        torch.index_select(x, 0, torch.tensor([outside]))
    except IndexError as error:
        print(outside, error)
    else:
        raise AssertionError("an error was expected")
