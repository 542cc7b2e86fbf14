"""Every weight frozen in training, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.ones(2, 4), torch.ones(2, 1)
model = nn.Linear(4, 1)
model.requires_grad_(False)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

# %% Run
before = model.weight.clone()
loss = nn.functional.mse_loss(model(x), y)
loss.backward()
optimizer.step()
moved = (model.weight - before).abs().max().item()
print("weights have moved:", moved > 0)
