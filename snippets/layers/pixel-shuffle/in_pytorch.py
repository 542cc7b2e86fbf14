"""Pixel shuffle in PyTorch."""

# %% The same features
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
features = rng.normal(size=(2, 4, 4, 12)).astype("float32")
x = torch.from_numpy(features).permute(0, 3, 1, 2)

# %% The line a reader copies first
shuffle = nn.PixelShuffle(2)
naive = shuffle(x).permute(0, 2, 3, 1)
print("shape:", list(naive.shape))

# %% Channels in the order of PyTorch
matched = naive

# %% One channel out
one_channel = shuffle(x[:, :4]).permute(0, 2, 3, 1)
