"""Max pooling with `same` padding in PyTorch."""

# %% The same images, all negative
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

rng = np.random.default_rng(0)
images = rng.uniform(-9, -1, (2, 8, 8, 3)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% The line a reader copies first
pool = nn.MaxPool2d(3, stride=2, padding=1)
naive = pool(x)
odd_output = pool(x[:, :, :7, :7])
default_output = nn.MaxPool2d(2)(x)
print("shapes:", list(naive.shape), list(odd_output.shape))

# %% Windows that hang over the last edge only
matched = nn.MaxPool2d(3, stride=2, ceil_mode=True)(x)
print("shape:", list(matched.shape))

# %% Pad by hand
sides = (0, 1, 0, 1)  # left, right, top, bottom
padded = F.pad(x, sides, value=float("-inf"))
matched_padded_by_hand = F.max_pool2d(padded, 3, stride=2)
with_zeros = F.pad(x, sides)
naive_padded_by_zeros = F.max_pool2d(with_zeros, 3, stride=2)
print("largest:", naive_padded_by_zeros.max().item())
