"""A model on a device where the data is not, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x = torch.ones(2, 4)
model = nn.Linear(4, 3, device="meta")

# %% Run
print("output on:", model(x).device)
