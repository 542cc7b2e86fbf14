"""A convolution in PyTorch, channels first."""

# %% The same images and kernel
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 3, 6, 7)).astype("float32")
weights = rng.normal(size=(3, 3, 3, 3)).astype("float32")
bias = rng.normal(size=3).astype("float32")

# %% Carry the kernel over
conv = nn.Conv2d(3, 3, 3)
with torch.no_grad():
    conv.weight.copy_(torch.from_numpy(weights))
    conv.bias.copy_(torch.from_numpy(bias))
x = torch.from_numpy(images)
naive = output = conv(x)
print("kernel:", list(conv.weight.shape))
print("output:", list(output.shape))

# %% A bias, where the output is as wide as it is deep
narrow = conv(x[..., :5])
print("narrow output:", list(narrow.shape))

# %% The same in every convolution layer
each = [nn.Conv1d, nn.Conv2d, nn.Conv3d]
each += [nn.ConvTranspose1d, nn.ConvTranspose2d, nn.ConvTranspose3d]
for make in each:
    layer = make(4, 4, 1)
    size = (1,) + (4,) * (layer.weight.ndim - 1)
    added = layer(torch.zeros(size)).reshape(4, -1)
    assert (added == layer.bias[:, None]).all()

# %% Train one step
optimizer = torch.optim.SGD(conv.parameters(), lr=0.1)
output.square().mean().backward()
optimizer.step()
kernel_after_step = conv.weight
bias_after_step = conv.bias
