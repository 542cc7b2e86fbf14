"""What nn.Linear and nn.LazyLinear accept in PyTorch."""

# %% Arrays as NumPy makes them
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
measured = rng.normal(size=(5, 4))
counted = rng.integers(0, 9, size=(5, 4))
kernel = rng.normal(size=(4, 3)).astype("float32")
assert measured.dtype == "float64" and counted.dtype == "int64"

# %% Pass them on unchanged
layer = nn.Linear(4, 3)
naive_accepted = []
for array in measured, counted:
    try:
        layer(torch.from_numpy(array))
        naive_accepted.append(True)
    except RuntimeError as error:
        naive_accepted.append(False)
        print(error)

# %% Infer the number of inputs
layer = nn.LazyLinear(3)
layer(torch.from_numpy(measured).float())  # the first call decides
weight_shape = layer.weight.T.shape
print("weight (inputs, outputs):", tuple(weight_shape))

# %% The same output
with torch.no_grad():
    layer.weight.copy_(torch.from_numpy(kernel.T))
    layer.bias.zero_()
output = layer(torch.from_numpy(measured).float())
output_of_integers = layer(torch.from_numpy(counted).float())
assert output.dtype == torch.float32
