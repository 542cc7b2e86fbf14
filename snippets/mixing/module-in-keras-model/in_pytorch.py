"""A PyTorch module trained by a loop."""

# %% Data and initial weights, made with NumPy
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(64, 4)).astype("float32"))
y = x.square().sum(1, keepdim=True)
kernel = rng.normal(0, 0.5, (4, 8)).astype("float32")
output = rng.normal(0, 0.5, (8, 1)).astype("float32")

# %% A PyTorch module
module = nn.Sequential(nn.Linear(4, 8), nn.SiLU())
with torch.no_grad():
    module[0].weight.copy_(torch.from_numpy(kernel.T))
    module[0].bias.zero_()

# %% A model around it
head = nn.Linear(8, 1)
model = nn.Sequential(module, head)
with torch.no_grad():
    head.weight.copy_(torch.from_numpy(output.T))
    head.bias.zero_()
assert len(list(model.parameters())) == 4

# %% Train for 20 epochs
optimizer = torch.optim.SGD(model.parameters(), lr=0.02)
losses = []
for _ in range(20):
    optimizer.zero_grad()
    loss = F.mse_loss(model(x), y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
module_weight_after = module[0].weight
print(f"loss {losses[0]:.3f} -> {losses[-1]:.3f}")
