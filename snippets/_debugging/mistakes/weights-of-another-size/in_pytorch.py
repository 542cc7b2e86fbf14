"""Weights of another size, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential()
model.add_module("head", nn.Linear(4, 3))
saved = nn.Sequential()
saved.add_module("head", nn.Linear(4, 5))

# %% Run
model.load_state_dict(saved.state_dict())
print("output:", tuple(model(torch.ones(2, 4)).shape))
