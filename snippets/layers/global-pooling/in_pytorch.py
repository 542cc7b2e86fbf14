"""Global pooling in PyTorch."""

# %% The same images
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 6, 6, 6)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% Average
pool = nn.AdaptiveAvgPool2d(1)
kept_axes = pool(x)
average = kept_axes.flatten(1)
assert torch.allclose(average, x.mean((2, 3)), atol=1e-6)
print("shapes:", list(kept_axes.shape), list(average.shape))

# %% Maximum
maximum = nn.AdaptiveMaxPool2d(1)(x).flatten(1)
assert torch.equal(maximum, x.amax((2, 3)))

# %% The line a reader copies first
naive = average
