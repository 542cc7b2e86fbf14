"""Tensors in PyTorch."""

# %% Create a tensor
import numpy as np
import torch

table = np.random.default_rng(0).normal(size=(3, 4))
x = torch.tensor(table, dtype=torch.float32)
print(type(x), tuple(x.shape))

# %% Broadcast and multiply
centred = x - x.mean(dim=0, keepdim=True)
product = centred @ centred.T
print(f"product {tuple(product.shape)}, sum {x.sum():.3f}")

# %% Add a column to a square matrix
square, column = x[:, :3], torch.tensor([[1.0], [2], [3]])
shifted = square + column

# %% Reduce
largest = x.argmax(dim=1)
print("largest in each row:", largest.numpy())

# %% Standard deviation
naive_std = torch.std(x, dim=0)  # divides by n - 1
std = torch.std(x, dim=0, correction=0)
print(f"first column {naive_std[0]:.3f} or {std[0]:.3f}")
