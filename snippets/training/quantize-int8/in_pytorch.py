"""Weights as int8 in PyTorch: by hand."""

# %% A layer
import numpy as np
import torch

rng = np.random.default_rng(0)
sizes = np.array([1, 0.1, 3, 0.5])  # of the four outputs
kernel = (rng.normal(size=(16, 4)) * sizes).astype("float32")
inputs = rng.normal(size=(5, 16)).astype("float32")
weight, x = torch.from_numpy(kernel.T), torch.from_numpy(inputs)
exact = x @ weight.T

# %% Quantize the weights
one_scale = weight.abs().max() / 127
naive_integers = (weight / one_scale).round().to(torch.int8).T
scales = weight.abs().amax(dim=1) / 127  # one per output
integers = (weight.T / scales).round().to(torch.int8)
print("first weights", integers[0].tolist())

# %% Compute with integers
steps = x.abs().amax(dim=1, keepdim=True) / 127
rounded = (x / steps).round()
output = (rounded @ integers.float()) * steps * scales
error = (output - exact).abs().amax(dim=0)
assert 0 < error.max() < 0.02 * exact.abs().max()
print("largest output", f"{output.abs().max():.3f}")
