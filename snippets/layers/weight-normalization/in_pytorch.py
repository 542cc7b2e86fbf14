"""Weight normalization in PyTorch: a parametrization."""

# %% The same inputs and weights
import numpy as np
import torch
from torch import nn
from torch.nn.utils.parametrizations import weight_norm

rng = np.random.default_rng(0)
inputs = rng.normal(size=(4, 3)).astype("float32")
target = rng.normal(size=(4, 2)).astype("float32")
direction = rng.normal(size=(3, 2)).astype("float32")
gain = rng.normal(size=(1, 2)).astype("float32")

# %% The layer
linear = weight_norm(nn.Linear(3, 2, bias=False))
parts = linear.parametrizations.weight
g, v = parts.original0, parts.original1

plain = nn.Linear(3, 2, bias=False)
plain.load_state_dict({"weight": torch.from_numpy(direction.T)})
fresh = weight_norm(plain)  # keeps the weight that it wraps
fresh_gain = fresh.parametrizations.weight.original0.T
fresh_kernel = fresh.weight.T

# %% Carry the weights over
with torch.no_grad():
    g.copy_(torch.from_numpy(gain.T))
    v.copy_(torch.from_numpy(direction.T))
output = linear(torch.from_numpy(inputs))
lengths = linear.weight.norm(dim=1)
print("lengths:", [round(n, 4) for n in lengths.tolist()])

# %% One training step
nn.MSELoss()(output, torch.from_numpy(target)).backward()
torch.optim.SGD(linear.parameters(), lr=0.1).step()
gain_after_step, direction_after_step = g.T, v.T
