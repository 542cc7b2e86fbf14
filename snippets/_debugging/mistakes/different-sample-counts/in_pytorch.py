"""More inputs than labels, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.ones(8, 4), torch.zeros(7, dtype=torch.long)
model = nn.Linear(4, 3)
loss = nn.CrossEntropyLoss()

# %% Run
print(f"loss: {loss(model(x), y).item():.4f}")
