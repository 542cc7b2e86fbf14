"""A constructor that does not call the base class, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)


class Network(nn.Module):
    def __init__(self):
        self.hidden = nn.Linear(4, 3)

    def forward(self, x):
        return self.hidden(x)


model = Network()

# %% Run
print("output:", tuple(model(torch.ones(2, 4)).shape))
