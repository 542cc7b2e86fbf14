"""A PyTorch optimizer and the module it trains."""

# %% A model with one weight of 1
import torch
from torch import nn

x, y = torch.ones(8, 1), torch.zeros(8, 1)
model = nn.Linear(1, 1, bias=False)
nn.init.ones_(model.weight)

# %% A step of SGD
loss = nn.functional.mse_loss(model(x), y)
[slope] = torch.autograd.grad(loss, [model.weight])
with torch.no_grad():
    model.weight -= 0.1 * slope
print(f"weight {model.weight.item():.2f}")
assert round(model.weight.item(), 6) == 0.8

# %% An optimizer of PyTorch
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
nn.functional.mse_loss(model(x), y).backward()
optimizer.step()
print(f"weight {model.weight.item():.2f}")
assert round(model.weight.item(), 6) == 0.64
