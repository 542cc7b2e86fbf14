"""Identity and Dirac initialization in PyTorch."""

# %% The same rows and images
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
rows = torch.from_numpy(rng.normal(size=(2, 3)).astype("float32"))
images = rng.normal(size=(2, 5, 5, 3)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% A dense layer: 3 inputs, 4 units
layer = nn.Linear(3, 4, bias=False)
nn.init.eye_(layer.weight)
dense_output = layer(rows)
assert torch.equal(dense_output[:, :3], rows)
print("last unit:", dense_output[:, 3].tolist())

# %% A kernel with ones in the middle
convolution = nn.Conv2d(3, 3, 3, padding="same", bias=False)
nn.init.dirac_(convolution.weight)
kernel = convolution.weight.permute(2, 3, 1, 0)
print("sum of the kernel:", kernel.sum().item())

# %% The convolution returns its input
convolution_output = convolution(x).permute(0, 2, 3, 1)
assert np.allclose(convolution_output.detach(), images)
even = nn.Conv2d(3, 3, 4, bias=False)
nn.init.dirac_(even.weight)
padded = nn.functional.pad(x, (1, 2, 1, 2))
even_output = even(padded).permute(0, 2, 3, 1)
assert not np.allclose(even_output.detach(), images)
