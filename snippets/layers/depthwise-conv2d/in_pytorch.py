"""A depthwise convolution in PyTorch: one group per channel."""

# %% The same images and kernel
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 6, 6, 3)).astype("float32")
kernel = rng.normal(size=(3, 3, 3, 2)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% The line a reader copies first
conv = nn.Conv2d(3, 3 * 2, 3, groups=3, bias=False)
wrong = kernel.transpose(3, 2, 0, 1).reshape(6, 1, 3, 3)
conv.load_state_dict({"weight": torch.from_numpy(wrong)})
naive = conv(x).permute(0, 2, 3, 1)

# %% Carry the kernel over
right = kernel.transpose(2, 3, 0, 1).reshape(6, 1, 3, 3)
conv.load_state_dict({"weight": torch.from_numpy(right)})
result = conv(x)
matched = result.permute(0, 2, 3, 1)
print("weights:", list(conv.weight.shape))
print("output:", list(result.shape))

# %% Train one step
optimizer = torch.optim.SGD(conv.parameters(), lr=0.1)
result.square().mean().backward()
optimizer.step()
by_channel = conv.weight.reshape(3, 2, 3, 3)
kernel_after_step = by_channel.permute(2, 3, 0, 1)
