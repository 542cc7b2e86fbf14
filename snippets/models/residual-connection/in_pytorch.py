"""A residual block in PyTorch: the skip is a plus in forward."""

# %% Weights and data
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
first, second = rng.normal(size=(2, 8, 8)).astype("float32") / 2
x, y = rng.normal(size=(2, 16, 8)).astype("float32")


# %% The block with its skip
class Residual(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.first = nn.Linear(width, width)
        self.second = nn.Linear(width, width, bias=False)

    def forward(self, x):
        return x + self.second(torch.relu(self.first(x)))


model = Residual(8)

# %% The same weights
with torch.no_grad():
    model.first.weight.copy_(torch.from_numpy(first.T))
    model.first.bias.zero_()
    model.second.weight.copy_(torch.from_numpy(second.T))
inputs, targets = torch.from_numpy(x), torch.from_numpy(y)
output = model(inputs).detach()
parameters = sum(p.numel() for p in model.parameters())
print("parameters:", parameters)

# %% One training step, then the branch removed
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
loss = nn.functional.mse_loss(model(inputs), targets)
loss.backward()
optimizer.step()
weights_after_step = model.first.weight.detach().T.clone()
nn.init.zeros_(model.second.weight)
without_branch = model(inputs).detach()
assert torch.equal(without_branch, inputs)
