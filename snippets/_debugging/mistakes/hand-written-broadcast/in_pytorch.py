"""A broadcast in a loss written by hand, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.ones(4, 2), torch.arange(4.0)
model = nn.Linear(2, 1)

# %% Run
outputs = model(x) * x[:, :1].cumsum(0)
print(f"loss: {((outputs - y) ** 2).mean().item():.4f}")
