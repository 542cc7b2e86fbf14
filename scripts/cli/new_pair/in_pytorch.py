"""TITLE in PyTorch."""

# %% The same numbers
import numpy as np
import torch
from torch.nn import functional as F

rng = np.random.default_rng(0)
inputs = rng.normal(size=(2, 3)).astype("float32")

# %% What both compute
output = F.softmax(torch.from_numpy(inputs), dim=-1)
print("first row:", [round(p.item(), 3) for p in output[0]])
