"""Kaiming initialization in PyTorch and Linear's default."""

# %% A layer from 200 to 100 units
import math

import torch
from torch import nn

torch.manual_seed(0)
layer = nn.Linear(200, 100)


def check(weights, limit):
    assert 0.99 * limit < weights.abs().max() <= 1.0001 * limit
    print(f"uniform up to {limit:.4f}")


# %% The default
naive_default_limit = 1 / math.sqrt(200)
check(layer.weight, naive_default_limit)

# %% He for layers followed by ReLU
he_limit = math.sqrt(6 / 200)
nn.init.kaiming_uniform_(layer.weight)
check(layer.weight, he_limit)
assert nn.init.calculate_gain("relu") == math.sqrt(2)

# %% The default of either framework
limit_of_linear = 1 / math.sqrt(200)
nn.init.kaiming_uniform_(layer.weight, a=math.sqrt(5))
check(layer.weight, limit_of_linear)
limit_of_dense = math.sqrt(6 / (200 + 100))
nn.init.xavier_uniform_(layer.weight)
check(layer.weight, limit_of_dense)
