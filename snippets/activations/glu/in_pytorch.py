"""The gated linear unit in PyTorch: what is halved."""

# %% The same sequences and images
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
sequences = rng.normal(size=(2, 3, 4)).astype("float32")
images = rng.normal(size=(2, 8, 8, 6)).astype("float32")
x = torch.from_numpy(sequences)
channels_first = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% Sequences
sequence = nn.GLU()(x)
first, second = x.chunk(2, -1)
assert torch.allclose(sequence, first * torch.sigmoid(second))
_, sequence_derivative = torch.func.jvp(nn.GLU(), (x,), (x,))
print(tuple(x.shape), "becomes", tuple(sequence.shape))

# %% Images, with the default axis
naive = nn.GLU()(channels_first)
naive_image_shape = list(naive.permute(0, 2, 3, 1).shape)
print(tuple(channels_first.shape), "becomes", tuple(naive.shape))

# %% Images, with the channel axis
gated = nn.GLU(dim=1)(channels_first)
image = gated.permute(0, 2, 3, 1)
print("channels:", gated.shape[1])
