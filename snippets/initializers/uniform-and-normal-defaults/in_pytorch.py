"""Uniform and normal initialization in PyTorch."""

# %% Measure 20,000 numbers
import torch
from torch import nn

torch.manual_seed(0)
weight = torch.empty(2000, 1000)  # two million, to measure well


def limits(w):
    return [w.min().item(), w.max().item()]


# %% The defaults
naive_uniform = limits(nn.init.uniform_(weight))
naive_normal_deviation = nn.init.normal_(weight).std()
embedding = nn.Embedding(2000, 1000)
naive_embedding_deviation = embedding.weight.std()
print(f"normal: deviation {naive_normal_deviation:.2f}")
print(f"embedding: deviation {naive_embedding_deviation:.2f}")

# %% The numbers stated
uniform = limits(nn.init.uniform_(weight, a=-0.05, b=0.05))
normal_deviation = nn.init.normal_(weight, std=0.05).std()
nn.init.uniform_(embedding.weight, -0.05, 0.05)
embedding_limits = limits(embedding.weight)
print(f"uniform: from {uniform[0]:.2f} to {uniform[1]:.2f}")
