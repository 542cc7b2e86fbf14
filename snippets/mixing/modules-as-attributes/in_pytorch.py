"""Layers as attributes and in lists of a PyTorch module."""

# %% Data and initial weights, made with NumPy
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(64, 4)).astype("float32"))
y = x.sum(1, keepdim=True)


def new_layers():
    torch.manual_seed(0)
    return nn.Linear(4, 8), nn.Linear(8, 1)


# %% Each layer an attribute
class Attributes(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.last = new_layers()
        self.more = [nn.Linear(1, 1)]  # in a list, and not found

    def forward(self, x):
        return self.last(self.first(x).relu())


model = Attributes()
held_as_attributes = len(list(model.parameters()))
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
losses = []
for _ in range(20):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(x), y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
print(held_as_attributes, "tensors held")
print(f"loss {losses[0]:.3f} -> {losses[-1]:.3f}")


# %% Layers in a Python list
class InAList(nn.Module):
    def __init__(self):
        super().__init__()
        self.parts = list(new_layers())

    def forward(self, x):
        return self.parts[1](self.parts[0](x).relu())


model = InAList()
held_in_a_list = len(list(model.parameters()))
assert held_in_a_list == 0

# %% Layers in a ModuleList
model.parts = nn.ModuleList(new_layers())
print(len(list(model.parameters())), "tensors held")
naive_module_list_works = len(model(x)) == 64
