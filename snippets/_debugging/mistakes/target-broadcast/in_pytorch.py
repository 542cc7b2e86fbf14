"""Targets whose shape broadcasts, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.ones(4, 2), torch.arange(4.0)
model = nn.Linear(2, 1)
loss = nn.MSELoss()

# %% Run
print(f"loss: {loss(model(x) * x[:, :1].cumsum(0), y).item():.4f}")
