"""Move a model and its data to a device in PyTorch."""

# %% A batch, as NumPy makes it
import numpy as np
import torch
from torch import nn

batch = torch.from_numpy(np.ones((8, 4), "float32"))
device = "meta"  # on a machine with a GPU: "cuda"

# %% A layer on that device
layer = nn.Linear(4, 3)
assert layer.weight.device.type == "cpu"
layer.to(device)
assert layer.weight.device.type == device

# %% The batch stays where it is
try:
    layer(batch)
    naive_batch_accepted = True
except RuntimeError as error:
    naive_batch_accepted = False
    print(error)
assert not naive_batch_accepted

# %% The batch on the same device
output = layer(batch.to(device))
output_moved = output.device.type == device
assert output_moved
print("output on:", output.device.type)
