"""A residual sum of different widths, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 3)

    def forward(self, x):
        return x + self.hidden(x)


x = torch.ones(2, 4)
model = Block()

# %% Run
print(f"sum of outputs: {model(x).sum().item():.4f}")
