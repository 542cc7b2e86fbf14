"""Files from strangers in PyTorch: weights_only."""

# %% A file that holds more than numbers
import pickle

import torch
from torch import nn

x = torch.tensor([[1.0, 2.0]])
model = nn.Linear(2, 1, bias=False)
nn.init.constant_(model.weight, 2.0)
torch.save(model, "model.pt")  # pickles the module

# %% Load it
refused = False
try:
    torch.load("model.pt")
except pickle.UnpicklingError as error:
    refused = True
    print(str(error)[:24])
assert refused

# %% Load it on trust
loaded = torch.load("model.pt", weights_only=False)
output = loaded(x)
print(f"output {output.item():.1f}")
