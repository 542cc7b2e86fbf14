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

# %% A convolution before it
rng = np.random.default_rng(1)
kernel = rng.normal(size=(3, 3, 12, 12)).astype("float32")
bias = rng.normal(size=12).astype("float32")
conv = nn.Conv2d(12, 12, 3, padding="same")
with torch.no_grad():
    conv.weight.copy_(
        torch.from_numpy(kernel.transpose(3, 2, 0, 1))
    )
    conv.bias.copy_(torch.from_numpy(bias))
after_convolution = shuffle(conv(x)).permute(0, 2, 3, 1)

# %% One channel out
one_channel = shuffle(x[:, :4]).permute(0, 2, 3, 1)

# %% Channels first
assert torch.equal(shuffle(x), naive.permute(0, 3, 1, 2))
