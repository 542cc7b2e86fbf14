"""Image patches in PyTorch."""

# %% The same images
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 6, 6, 3)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% The line a reader copies first
naive_patches_per_image = nn.Unfold(3)(x).shape[-1]
print("patches per image:", naive_patches_per_image)

# %% The same step
unfolded = nn.Unfold(3, stride=3)(x)
print("shape:", list(unfolded.shape))

# %% The same layout
patches = unfolded.reshape(2, 3, 3, 3, 2, 2)
patches = patches.permute(0, 4, 5, 2, 3, 1)
matched = patches.reshape(2, 2, 2, 27)
print("shape:", list(matched.shape))
