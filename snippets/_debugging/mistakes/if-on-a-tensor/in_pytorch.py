"""A Python `if` on a tensor's value, in PyTorch."""

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
        return y if x.sum() > 0 else -y


x, y = torch.ones(2, 4), torch.zeros(2, 1)
model = Network()

# %% Run
loss = nn.functional.mse_loss(model(x), y)
loss.backward()
print("trained a step:", model.hidden.weight.grad is not None)
