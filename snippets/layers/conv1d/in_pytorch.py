"""A 1-D convolution in PyTorch."""

# %% The same sequences and kernel
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
sequences = rng.normal(size=(2, 6, 6)).astype("float32")
kernel = rng.normal(size=(3, 6, 4)).astype("float32")

# %% Carry the kernel over
conv = nn.Conv1d(6, 4, 3)
with torch.no_grad():  # (out, in, size)
    conv.weight.copy_(torch.from_numpy(kernel.transpose(2, 1, 0)))
    conv.bias.zero_()

# %% The line a reader copies first
x = torch.from_numpy(sequences)
naive = conv(x)  # takes the steps for channels
print("shape:", list(naive.shape))

# %% Steps and channels in their places
matched = conv(x.transpose(1, 2)).transpose(1, 2)
print("shape:", list(matched.shape))

# %% Train one step
optimizer = torch.optim.SGD(conv.parameters(), lr=0.1)
matched.square().mean().backward()
optimizer.step()
kernel_after_step = conv.weight.permute(2, 1, 0)
bias_after_step = conv.bias
