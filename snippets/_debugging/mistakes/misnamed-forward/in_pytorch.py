"""A forward pass under the other framework's name, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 3)

    def call(self, x):
        return self.hidden(x)


model = Network()

# %% Run
print("output:", tuple(model(torch.ones(2, 4)).shape))
