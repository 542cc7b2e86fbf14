"""A forward pass that returns nothing, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 1)

    def forward(self, x):
        y = self.hidden(x)


x, y = torch.ones(2, 4), torch.ones(2, 1)
model, loss = Network(), nn.MSELoss()

# %% Run
print(f"loss: {loss(model(x), y).item():.4f}")
