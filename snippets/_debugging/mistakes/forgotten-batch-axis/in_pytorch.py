"""One image without an axis for the batch, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x = torch.ones(3, 8, 8)
model = nn.Sequential(nn.Conv2d(3, 4, 3), nn.Flatten())

# %% Run
print("output:", tuple(model(x).shape))
