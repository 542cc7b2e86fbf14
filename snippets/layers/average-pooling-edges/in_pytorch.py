"""Average pooling at the edges in PyTorch."""

# %% The same images
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 8, 8, 3)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% The line a reader copies first
pool = nn.AvgPool2d(3, stride=1, padding=1)
naive = pool(x)
naive_corner = pool(torch.ones(1, 1, 8, 8))[0, 0, 0, 0]
print(f"corner of ones: {naive_corner:.4f}")

# %% Count the image only
inside = nn.AvgPool2d(
    3, stride=1, padding=1, count_include_pad=False
)
matched_without_padding = inside(x)
assert torch.allclose(
    inside(torch.ones(1, 1, 8, 8)), torch.tensor(1.0)
)

# %% Count the zeros around it too
matched_with_padding = naive

# %% An even window
line = torch.arange(6.0).reshape(1, 1, 6)
print("window 4 fits", nn.AvgPool1d(4, 1)(line).shape[-1], "times")
