"""Cropping in PyTorch: a slice."""

# %% The same images
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

assert not [n for n in dir(nn) if "crop" in n.lower()]
rng = np.random.default_rng(0)
images = rng.normal(size=(2, 8, 8, 3)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)
top, bottom, left, right = 1, 0, 2, 3

# %% The line a reader copies first
naive = x[:, :, top:-bottom, left:-right]
naive_rows_kept = naive.shape[2]
print("rows kept:", naive_rows_kept)

# %% Count from the start
height, width = x.shape[2:]
crop = x[:, :, top : height - bottom, left : width - right]
by_slice = crop.permute(0, 2, 3, 1)
print("shape:", list(by_slice.shape[1:3]))

# %% A layer of its own, or pad by less than nothing
padded = F.pad(x, (-left, -right, -top, -bottom))
by_negative_padding = padded.permute(0, 2, 3, 1)
