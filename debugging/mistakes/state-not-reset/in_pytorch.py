"""State that is not reset, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x = torch.ones(2, 4)
model = nn.Linear(4, 1)

# %% Run
for _ in range(2):
    model(x).sum().backward()
    gradient = model.weight.grad[0, 0].item()
print(f"gradient in the second round: {gradient:.4f}")
