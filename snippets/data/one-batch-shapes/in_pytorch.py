"""One batch in PyTorch: shape and dtype."""

# %% Images as they are read from files
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader

rng = np.random.default_rng(0)
stored = rng.uniform(size=(6, 8, 6, 3))  # rows, columns, colors
kernel = rng.normal(size=(3, 3, 3, 2)).astype("float32")
samples = [(np.moveaxis(x, -1, 0), i) for i, x in enumerate(stored)]

# %% Take one batch
images, labels = next(iter(DataLoader(samples, batch_size=2)))
naive_shape = list(images.shape)
print("images:", naive_shape, str(images.dtype).split(".")[-1])
print("labels:", labels.tolist())

# %% Feed it as it is
layer = nn.Conv2d(3, 2, 3, bias=False)
layer.weight = nn.Parameter(
    torch.from_numpy(kernel).permute(3, 2, 0, 1)
)
naive_float64_accepted = True
try:
    layer(images)
except RuntimeError as error:
    naive_float64_accepted = False
    print(str(error)[:46])

# %% Feed it as float32
images = images.float()
output = layer(images)
