"""Data in double precision, in PyTorch."""

# %% Build
import numpy as np
import torch
from torch import nn

torch.manual_seed(0)
x = torch.from_numpy(np.linspace(0, 1, 8).reshape(2, 4))
model = nn.Linear(4, 3)

# %% Run
print(f"sum of outputs: {model(x).sum().item():.4f}")
