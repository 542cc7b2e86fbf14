"""Class labels as floating-point numbers, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.ones(2, 4), torch.tensor([0.0, 2.0])
model = nn.Linear(4, 3)
loss = nn.CrossEntropyLoss()

# %% Run
print(f"loss: {loss(model(x), y).item():.4f}")
