"""A PyTorch layer under torch.autocast."""

# %% One layer in full precision
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(8, 64)).astype("float32"))
w = torch.from_numpy(rng.normal(size=(64, 4)).astype("float32"))
layer = nn.Linear(64, 4)
layer.weight.data = w.T.clone()
nn.init.zeros_(layer.bias)
full = layer(x)

# %% Under autocast
with torch.autocast("cpu", dtype=torch.bfloat16):
    reduced = layer(x)
naive_is_bfloat16 = reduced.dtype == torch.bfloat16
print("output:", reduced.dtype, "weights:", layer.weight.dtype)

# %% Less precision inside
error = ((reduced - full).norm() / full.norm()).item()
assert 1e-4 < error < 1e-2
weights_stay_float32 = layer.weight.dtype == torch.float32

# %% The same numbers
output = reduced.float()
