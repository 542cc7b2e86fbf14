"""A new layer in PyTorch: it has its weights."""

# %% A new layer
import torch
from torch import nn

layer = nn.Linear(3, 2)  # inputs and outputs
naive_weights = len(list(layer.parameters()))
print("weights:", naive_weights)

# %% Without the input size
lazy = nn.LazyLinear(2)
try:
    print(lazy.weight.shape)
except RuntimeError as error:
    print(str(error)[:42])

# %% After the first input
lazy(torch.zeros(1, 3))
weights_when_built = len(list(lazy.parameters()))
parameters = sum(p.numel() for p in lazy.parameters())
assert lazy.weight.shape == layer.weight.shape
print("weights:", weights_when_built)
