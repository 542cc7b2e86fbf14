"""Strided average pooling on an even image in PyTorch."""

# %% The same images
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 8, 8, 3)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% Count the image only
pool = nn.AvgPool2d(3, stride=2, ceil_mode=True)
matched = pool(x).permute(0, 2, 3, 1)

# %% Count a repeated edge
repeated = F.pad(x, (0, 1, 0, 1), mode="replicate")
repeated_edge = F.avg_pool2d(repeated, 3, stride=2)
repeated_edge = repeated_edge.permute(0, 2, 3, 1)
print("last windows differ:", not repeated_edge.equal(matched))
inner = np.s_[:, :-1, :-1]
assert torch.allclose(repeated_edge[inner], matched[inner])
