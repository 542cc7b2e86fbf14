"""A convolution in PyTorch, channels first."""

# %% The same images and kernel
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 3, 6, 6)).astype("float32")
weights = rng.normal(size=(4, 3, 3, 3)).astype("float32")

# %% Carry the kernel over
conv = nn.Conv2d(3, 4, 3, bias=False)
with torch.no_grad():
    conv.weight.copy_(torch.from_numpy(weights))
output = conv(torch.from_numpy(images))
print("kernel:", list(conv.weight.shape))
print("output:", list(output.shape))

# %% Train one step
optimizer = torch.optim.SGD(conv.parameters(), lr=0.1)
output.square().mean().backward()
optimizer.step()
kernel_after_step = conv.weight

# %% A bias, where the output is as wide as it is deep
with torch.no_grad():
    biased = nn.Conv2d(3, 4, 3)
    biased.weight.zero_()
    biased.bias.copy_(torch.arange(4))
    print(biased(torch.from_numpy(images))[0, :, 0, 0].tolist())
