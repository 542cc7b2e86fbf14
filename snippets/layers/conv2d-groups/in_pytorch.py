"""A grouped convolution in PyTorch."""

# %% The same images and kernel
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 6, 6, 4)).astype("float32")
kernel = rng.normal(size=(3, 3, 2, 6)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% Two groups
conv = nn.Conv2d(4, 6, 3, groups=2, bias=False)
with torch.no_grad():  # (out, in / groups, H, W)
    oihw = kernel.transpose(3, 2, 0, 1)
    conv.weight.copy_(torch.from_numpy(oihw))
result = conv(x)
output = result.permute(0, 2, 3, 1)
print("weights:", list(conv.weight.shape))

# %% The same by hand
halves = [
    F.conv2d(channels, weights)
    for channels, weights in zip(
        x.chunk(2, dim=1), conv.weight.chunk(2, dim=0), strict=True
    )
]
split_output = torch.cat(halves, dim=1).permute(0, 2, 3, 1)
assert torch.allclose(split_output, output, atol=1e-5)

# %% Train one step
optimizer = torch.optim.SGD(conv.parameters(), lr=0.1)
result.square().mean().backward()
optimizer.step()
kernel_after_step = conv.weight.permute(2, 3, 1, 0)
