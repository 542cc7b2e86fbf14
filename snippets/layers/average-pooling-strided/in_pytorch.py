"""Strided average pooling in PyTorch."""

# %% The same images
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 8, 8, 3)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% The line a reader copies first
pool = nn.AvgPool2d(3, stride=2, padding=1)
naive = pool(x).permute(0, 2, 3, 1)

# %% Count the image only
pool = nn.AvgPool2d(3, stride=2, ceil_mode=True)
matched = pool(x).permute(0, 2, 3, 1)

# %% Count a repeated edge
repeated = F.pad(x, (0, 1, 0, 1), mode="replicate")
repeated_edge = F.avg_pool2d(repeated, 3, stride=2)
repeated_edge = repeated_edge.permute(0, 2, 3, 1)
apart = (repeated_edge - matched).abs()
print(f"inside: {apart[:, :-1, :-1].max():.2g}")
print(f"last row: {apart[:, -1].max():.2g}")

# %% An odd image, padded alike on all sides
pool = nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=False)
odd_output = pool(x[..., :7, :7]).permute(0, 2, 3, 1)
