"""Flatten after a convolution in PyTorch: channels first."""

# %% The same images and weights
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 6, 6, 3)).astype("float32")
kernel = rng.normal(scale=0.1, size=(3, 3, 3, 5)).astype("float32")
head = rng.normal(scale=0.1, size=(4 * 4 * 5, 2)).astype("float32")
target = rng.normal(size=(2, 2)).astype("float32")

# %% Convolve and flatten
x = torch.from_numpy(images).permute(0, 3, 1, 2)
conv = nn.Conv2d(3, 5, 3, bias=False)
dense = nn.Linear(4 * 4 * 5, 2, bias=False)
model = nn.Sequential(conv, nn.Flatten(), dense)
oihw = torch.from_numpy(kernel.transpose(3, 2, 0, 1))
conv.load_state_dict({"weight": oihw})
features, naive_flat = conv(x), model[:2](x)
print("flat:", list(naive_flat.shape))

# %% Copy the head as it is
dense.load_state_dict({"weight": torch.from_numpy(head.T)})
naive = model(x).detach()

# %% Reorder its rows
chw = head.reshape(4, 4, 5, 2).transpose(2, 0, 1, 3)
rows = torch.from_numpy(chw.reshape(80, 2))
dense.load_state_dict({"weight": rows.T})
matched = model(x)

# %% Train one step
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
F.mse_loss(matched, torch.from_numpy(target)).backward()
optimizer.step()
kernel_after_step = conv.weight.permute(2, 3, 1, 0)
trained = model(x)
