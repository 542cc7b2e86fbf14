"""An optimizer that does not know the new head, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.ones(2, 4), torch.ones(2, 3)
model = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 5))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
model[1] = nn.Linear(8, 3)

# %% Run
before = model[1].weight.clone()
nn.functional.mse_loss(model(x), y).backward()
optimizer.step()
moved = (model[1].weight - before).abs().max().item()
print("head has moved:", moved > 0)
