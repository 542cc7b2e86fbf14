"""Stride 2 with `same` padding in PyTorch."""

# %% The same images and kernel
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 8, 8, 3)).astype("float32")
kernel = rng.normal(size=(3, 3, 3, 5)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)  # channels first

# %% The line a reader copies first
try:
    nn.Conv2d(3, 5, 3, stride=2, padding="same")
except ValueError as error:
    print(error)
conv = nn.Conv2d(3, 5, 3, stride=2, padding=1)
with torch.no_grad():  # (out, in, H, W)
    conv.weight.copy_(
        torch.from_numpy(kernel.transpose(3, 2, 0, 1))
    )
    conv.bias.zero_()
naive = conv(x)
odd_output = conv(x[:, :, :7, :7])
print("shapes:", list(naive.shape), list(odd_output.shape))

# %% Pad by hand
padded = F.pad(x, (0, 1, 0, 1))  # left, right, top, bottom
matched_same = F.conv2d(padded, conv.weight, conv.bias, stride=2)
matched_padding_1 = naive

# %% Train one step
optimizer = torch.optim.SGD(conv.parameters(), lr=0.1)
matched_same.square().mean().backward()
optimizer.step()
kernel_after_step = conv.weight.permute(2, 3, 1, 0)
