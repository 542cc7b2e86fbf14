"""Layers in a plain list, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = [nn.Linear(4, 4)]
        self.head = nn.Linear(4, 1)

    def forward(self, x):
        for layer in self.hidden:
            x = layer(x)
        return self.head(x)


model = Network()

# %% Run
model(torch.ones(1, 4))
print("weights:", sum(p.numel() for p in model.parameters()))
