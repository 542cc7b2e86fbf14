"""What PyTorch says about a batch of the wrong size."""

# %% A model for four features
from collections import OrderedDict

import torch
from torch import nn

model = nn.Sequential(
    OrderedDict(hidden=nn.Linear(4, 5), out=nn.Linear(5, 1))
)

# %% A batch with four features
print(tuple(model(torch.ones(8, 4)).shape))

# %% A batch with three
model(torch.ones(8, 3))
