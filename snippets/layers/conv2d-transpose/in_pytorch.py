"""A transposed convolution in PyTorch."""

# %% The same images and kernel
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 4, 4, 3)).astype("float32")
kernel = rng.normal(size=(3, 3, 5, 3)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)
iohw = torch.from_numpy(kernel.transpose(3, 2, 0, 1))

# %% The line a reader copies first
fitting = []
for padding in (0, 1, 2):
    for extra in (0, 1):
        conv = nn.ConvTranspose2d(3, 5, 3, 2, padding, extra)
        if conv(x).shape[-2:] == (8, 8):
            fitting.append((padding, extra))
print("padding, output_padding:", fitting)
conv = nn.ConvTranspose2d(3, 5, 3, 2, 1, 1, bias=False)
conv.load_state_dict({"weight": iohw})
naive = conv(x).permute(0, 2, 3, 1)

# %% No padding, then crop
conv = nn.ConvTranspose2d(3, 5, 3, stride=2, bias=False)
conv.load_state_dict({"weight": iohw})
valid = conv(x)
cropped = valid[:, :, :8, :8]  # drop the last row and column
print("shapes:", list(valid.shape), list(cropped.shape))
valid_output = valid[0].permute(1, 2, 0)
matched = cropped.permute(0, 2, 3, 1)
unpadded = valid.permute(0, 2, 3, 1)
assert torch.allclose(naive, unpadded[:, 1:, 1:], atol=1e-5)

# %% Train one step
optimizer = torch.optim.SGD(conv.parameters(), lr=0.1)
cropped.square().mean().backward()
optimizer.step()
kernel_after_step = conv.weight.permute(2, 3, 1, 0)
