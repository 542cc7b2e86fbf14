"""Reflection padding in PyTorch."""

# %% The same images
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 5, 5, 3)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% Reflect
pad = nn.ReflectionPad2d((2, 2, 1, 1))  # left, right, top, bottom
matched = pad(x).permute(0, 2, 3, 1)
row = torch.arange(4.0)[None]
print(F.pad(row, (2, 2), mode="reflect").tolist()[0])

# %% Symmetric
naive_symmetric = matched
try:
    F.pad(x, (2, 2, 1, 1), mode="symmetric")
except NotImplementedError as error:
    print(str(error).split(",")[0])
rows = torch.tensor([0, 0, 1, 2, 3, 4, 4])
columns = torch.tensor([1, 0, 0, 1, 2, 3, 4, 4, 3])
by_index = x[:, :, rows][..., columns]
matched_symmetric = by_index.permute(0, 2, 3, 1)
