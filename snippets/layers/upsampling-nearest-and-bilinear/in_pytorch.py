"""Upsampling in PyTorch: nearest and bilinear."""

# %% The same images
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 5, 5, 3)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% Nearest and bilinear
nearest = nn.Upsample(scale_factor=2)(x).permute(0, 2, 3, 1)
upsample = nn.Upsample(scale_factor=2, mode="bilinear")
bilinear = upsample(x).permute(0, 2, 3, 1)
print("shape:", list(bilinear.shape[1:3]))

# %% Aligned corners
aligned = nn.Upsample(
    scale_factor=2, mode="bilinear", align_corners=True
)
naive_align_corners = aligned(x).permute(0, 2, 3, 1)
matched_align_corners = naive_align_corners
row = torch.arange(3.0).reshape(1, 1, 1, 3).expand(1, 1, 3, 3)
print("default:", upsample(row)[0, 0, 0].tolist())
print("aligned:", aligned(row)[0, 0, 0].numpy().round(4))
