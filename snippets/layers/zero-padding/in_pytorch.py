"""Zero padding in PyTorch."""

# %% The same images
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 4, 4, 3)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% The line a reader copies first
pad = nn.ZeroPad2d((1, 2, 0, 3))  # left, right, top, bottom
naive = pad(x).permute(0, 2, 3, 1)
print("shape:", list(naive.shape[1:3]))

# %% Top, bottom, left, right
pad = nn.ZeroPad2d((0, 3, 1, 2))
matched = pad(x).permute(0, 2, 3, 1)
assert not matched[:, 0].any() and not matched[:, -2:].any()

# %% One number for all sides
all_sides = nn.ZeroPad2d(1)(x).permute(0, 2, 3, 1)
print("all sides:", list(all_sides.shape[1:3]))
