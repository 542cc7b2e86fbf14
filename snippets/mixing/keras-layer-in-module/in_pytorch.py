"""A module made of PyTorch layers only."""

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


# %% A module with two layers
class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 8)
        self.output = nn.Linear(8, 1)

    def forward(self, x):
        return self.output(self.hidden(x).relu())


network = Network()

# %% Parameters an optimizer would hold
naive_tensors_held = len(list(network.parameters()))
tensors_held = (
    naive_tensors_held  # nn.Linear has its weights at once
)
print("tensors held:", tensors_held)

# %% Train with a PyTorch loop
with torch.no_grad():
    network.hidden.weight.copy_(torch.from_numpy(kernel.T))
    network.hidden.bias.zero_()
    network.output.weight.copy_(torch.from_numpy(output.T))
    network.output.bias.zero_()
optimizer = torch.optim.SGD(network.parameters(), lr=0.02)
losses = []
for _ in range(20):
    optimizer.zero_grad()
    loss = F.mse_loss(network(x), y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
kernel_gradient = network.hidden.weight.grad.T
print(f"loss {losses[0]:.3f} -> {losses[-1]:.3f}")
