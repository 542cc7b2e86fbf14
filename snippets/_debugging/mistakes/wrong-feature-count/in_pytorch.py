"""Another number of features than the data has, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x = torch.ones(2, 4)
model = nn.Sequential()
model.add_module("hidden", nn.Linear(5, 3))

# %% Run
print(f"sum of outputs: {model(x).sum().item():.4f}")
