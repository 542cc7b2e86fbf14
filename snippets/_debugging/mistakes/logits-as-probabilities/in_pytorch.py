"""Logits where probabilities are expected, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.ones(2, 4), torch.tensor([[1.0], [0.0]])
model = nn.Linear(4, 1)
nn.init.constant_(model.weight, 0.5)
loss = nn.BCELoss()

# %% Run
print(f"loss: {loss(model(x), y).item():.4f}")
