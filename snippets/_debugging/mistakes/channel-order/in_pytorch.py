"""Channels on the other framework's axis, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x = torch.ones(2, 8, 8, 3)
model = nn.Sequential(nn.Conv2d(3, 4, 3))

# %% Run
print("output:", tuple(model(x).shape))
