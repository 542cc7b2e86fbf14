"""Dropout in the wrong mode, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x = torch.ones(2, 8)
model = nn.Sequential(nn.Dropout(0.5), nn.Linear(8, 3))

# %% Run
with torch.no_grad():
    print(f"prediction: {model(x).sum().item():.4f}")
