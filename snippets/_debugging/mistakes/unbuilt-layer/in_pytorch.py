"""Weights counted before there are any, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.LazyLinear(3))

# %% Run
print("weights:", sum(p.numel() for p in model.parameters()))
