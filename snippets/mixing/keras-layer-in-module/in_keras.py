"""The same module with a Keras layer in it (torch backend)."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% Data and initial weights, made with NumPy
import numpy as np
import torch
from keras import layers
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
        self.hidden = layers.Dense(8, activation="relu")
        self.output = nn.Linear(8, 1)

    def forward(self, x):
        return self.output(self.hidden(x))


network = Network()
assert issubclass(layers.Layer, nn.Module)

# %% Parameters an optimizer would hold
naive_tensors_held = len(list(network.parameters()))
network.hidden.build((None, 4))
tensors_held = len(list(network.parameters()))
print("tensors held:", naive_tensors_held, "->", tensors_held)

# %% Train with a PyTorch loop
network.hidden.set_weights([kernel, np.zeros(8)])
with torch.no_grad():
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
kernel_gradient = network.hidden.kernel.value.grad
print(f"loss {losses[0]:.3f} -> {losses[-1]:.3f}")
