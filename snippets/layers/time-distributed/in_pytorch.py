"""A layer at every time step in PyTorch."""

# %% The same sequences, videos and weights
import numpy as np
import torch
from torch import nn

assert not [n for n in dir(nn) if "time" in n.lower()]
rng = np.random.default_rng(0)
sequences = rng.normal(size=(2, 5, 3)).astype("float32")
videos = rng.normal(size=(2, 3, 4, 4, 1)).astype("float32")
target = rng.normal(size=(2, 3, 2, 2, 2)).astype("float32")
dense_kernel = rng.normal(size=(3, 2)).astype("float32")
kernel = rng.normal(size=(3, 3, 1, 2)).astype("float32")

# %% A dense layer needs nothing
linear = nn.Linear(3, 2, bias=False)
linear.load_state_dict({"weight": torch.from_numpy(dense_kernel.T)})
x = torch.from_numpy(sequences)
dense_output = linear(x)
step = linear(x[:, 1])
torch.testing.assert_close(dense_output[:, 1], step)
print("shape:", tuple(dense_output.shape))

# %% A convolution for every frame
conv = nn.Conv2d(1, 2, 3, bias=False)
weight = torch.from_numpy(kernel).permute(3, 2, 0, 1)
conv.load_state_dict({"weight": weight})
frames = torch.from_numpy(videos).permute(0, 1, 4, 2, 3)
output = conv(frames.flatten(0, 1)).unflatten(0, (2, 3))
frames_output = output.permute(0, 1, 3, 4, 2)
print("shape:", tuple(frames_output.shape))

# %% One training step
loss = nn.MSELoss()(frames_output, torch.from_numpy(target))
loss.backward()
torch.optim.SGD(conv.parameters(), lr=0.1).step()
kernel_after_step = conv.weight.permute(2, 3, 1, 0)
