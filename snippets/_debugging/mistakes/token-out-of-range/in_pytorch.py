"""A token beyond the vocabulary, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
tokens = torch.tensor([[1, 10]])
embedding = nn.Embedding(10, 4)

# %% Run
print(f"sum of outputs: {embedding(tokens).sum().item():.4f}")
