"""A 3-D convolution in PyTorch."""

# %% The same volumes and kernel
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
volumes = rng.normal(size=(2, 4, 5, 6, 3)).astype("float32")
kernel = rng.normal(size=(3, 3, 3, 3, 4)).astype("float32")
x = torch.from_numpy(volumes).permute(0, 4, 1, 2, 3)

# %% The layer
conv = nn.Conv3d(3, 4, 3, padding="same")

# %% Carry the kernel over
with torch.no_grad():  # (out, in, depth, height, width)
    oidhw = kernel.transpose(4, 3, 0, 1, 2)
    conv.weight.copy_(torch.from_numpy(oidhw))
    conv.bias.zero_()
output = conv(x)
print("channels first:", list(output.shape))
print(f"output std: {output.std():.3f}")

# %% Train one step
optimizer = torch.optim.SGD(conv.parameters(), lr=0.1)
output.square().mean().backward()
optimizer.step()
kernel_after_step = conv.weight.permute(2, 3, 4, 1, 0)
bias_after_step = conv.bias
