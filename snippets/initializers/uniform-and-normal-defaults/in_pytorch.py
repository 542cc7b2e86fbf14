"""Uniform and normal initialization in PyTorch."""

# %% Measure 20,000 numbers
import torch
from torch import nn

torch.manual_seed(0)
weight = torch.empty(200, 100)


def limits(w):
    return [round(w.min().item(), 3), round(w.max().item(), 3)]


def deviation(w):
    return round(w.std().item(), 2)


# %% The defaults
naive_uniform = limits(nn.init.uniform_(weight))
naive_normal_deviation = round(
    deviation(nn.init.normal_(weight)), 1
)
embedding = nn.Embedding(200, 100)
naive_embedding_deviation = round(deviation(embedding.weight), 1)
print(f"normal: deviation {naive_normal_deviation:.2f}")
print(f"embedding: deviation {naive_embedding_deviation:.2f}")

# %% The numbers stated
uniform = limits(nn.init.uniform_(weight, a=-0.05, b=0.05))
normal_deviation = deviation(nn.init.normal_(weight, std=0.05))
nn.init.normal_(embedding.weight, std=0.05)
embedding_deviation = deviation(embedding.weight)
print(f"uniform: from {uniform[0]:.2f} to {uniform[1]:.2f}")
