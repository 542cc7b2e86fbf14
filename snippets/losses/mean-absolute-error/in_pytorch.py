"""Mean absolute error in PyTorch: L1Loss."""

# %% A linear model with given weights
import torch
from torch import nn

features = torch.tensor([[1.0, 2], [3, -1], [-2, 1]])
kernel = torch.tensor([[0.5], [1.0]])
targets = torch.tensor([[2.0], [0.0], [1.0]])

model = nn.Linear(2, 1, bias=False)
with torch.no_grad():
    model.weight.copy_(kernel.T)
mae = nn.L1Loss()

# %% The loss and the gradient of the weights
loss = mae(model(features), targets)
loss.backward()
kernel_gradient = model.weight.grad.T.clone()
print(f"loss {loss.item():.4f}")
print(f"largest gradient {kernel_gradient.abs().max():.3f}")

# %% Where the prediction is already right
model.zero_grad()
hit = torch.tensor([[2.5]])
loss_of_hit = mae(model(features[:1]), hit)
assert loss_of_hit == 0
loss_of_hit.backward()
slope_of_a_hit = model.weight.grad.T
assert not slope_of_a_hit.any()
print("it moves the weights:", slope_of_a_hit.any().item())
