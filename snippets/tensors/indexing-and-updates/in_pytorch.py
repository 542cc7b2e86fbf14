"""Changing parts of a tensor in PyTorch."""

# %% Replace a block
import torch

original = torch.zeros(3, 4)
first_row = original[0]  # a view
x = original
x[0, 1:3] = torch.tensor([5.0, 6.0])
block_updated = x.clone()
print("view of the first row", first_row.tolist())

# %% Replace single places
rows, columns = torch.tensor([1, 2]), torch.tensor([0, 3])
x[rows, columns] = torch.tensor([7.0, 8.0])
places_updated = x.clone()
print("sum", x.sum().item())

# %% Replace by a mask
x[x > 5.5] = -1.0
mask_updated = x.clone()
print("sum", x.sum().item())

# %% The tensor at the start
naive_original = original
print("sum of the original", original.sum().item())

# %% A place outside
try:
    torch.zeros(3)[torch.tensor([5])] = 1.0
except IndexError as error:
    print(error)
else:
    raise AssertionError("an error was expected")
