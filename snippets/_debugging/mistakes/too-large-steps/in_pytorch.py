"""Steps so large that the loss becomes NaN, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.ones(2, 4), torch.ones(2, 1)
model = nn.Linear(4, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=1e10)

# %% Run
for _ in range(10):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(x), y)
    loss.backward()
    optimizer.step()
print("finite loss:", bool(loss.isfinite()))
