"""A dilated convolution in PyTorch."""

# %% The same images and kernel
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 9, 9, 3)).astype("float32")
kernel = rng.normal(size=(3, 3, 3, 4)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% Dilate
conv = nn.Conv2d(3, 4, 3, dilation=2, padding="same")
with torch.no_grad():  # (out, in, H, W)
    oihw = kernel.transpose(3, 2, 0, 1)
    conv.weight.copy_(torch.from_numpy(oihw))
    conv.bias.zero_()
result = conv(x)
output = result.permute(0, 2, 3, 1)
print("shape:", list(result.shape))

# %% Dilate and stride
strided = nn.Conv2d(3, 4, 3, stride=2, dilation=2, padding=2)
strided.load_state_dict(conv.state_dict())
strided_output = strided(x).permute(0, 2, 3, 1)
print("strided shape:", list(strided(x).shape))

# %% Train one step
optimizer = torch.optim.SGD(conv.parameters(), lr=0.1)
result.square().mean().backward()
optimizer.step()
kernel_after_step = conv.weight.permute(2, 3, 1, 0)
