"""The other framework's name for an argument, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Linear(4, 3, use_bias=False)

# %% Run
print("output:", tuple(model(torch.ones(2, 4)).shape))
