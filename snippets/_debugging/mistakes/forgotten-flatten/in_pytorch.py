"""No flattening between convolution and classifier, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.ones(2, 1, 8, 8), torch.tensor([0, 2])
model = nn.Sequential(
    nn.Conv2d(1, 4, 3),
    nn.ReLU(),
    nn.Linear(4 * 6 * 6, 3),
)

# %% Run
loss = nn.functional.cross_entropy(model(x), y)
print(f"loss: {loss.item():.4f}")
