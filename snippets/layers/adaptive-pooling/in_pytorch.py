"""Adaptive pooling in PyTorch."""

# %% The same images
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 10, 7, 3)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% Pool to 4 by 3
average = nn.AdaptiveAvgPool2d((4, 3))(x).permute(0, 2, 3, 1)
maximum = nn.AdaptiveMaxPool2d((4, 3))(x).permute(0, 2, 3, 1)
print("adaptive:", list(average.shape[1:3]))

# %% A fixed window instead
fixed = nn.AvgPool2d((10 // 4, 7 // 3))(x)
fixed_window_shape = list(fixed.shape[2:])
print("fixed window:", fixed_window_shape)
assert fixed_window_shape != [4, 3]
