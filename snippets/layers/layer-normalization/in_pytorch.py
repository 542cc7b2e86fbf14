"""Layer normalization in PyTorch: the epsilon under the root."""

# %% The same inputs, twice
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

rng = np.random.default_rng(0)
unit, target = rng.normal(size=(2, 4, 16)).astype("float32")
small = 0.02 * unit  # standard deviation 0.02
x_unit, x_small = torch.from_numpy(unit), torch.from_numpy(small)

# %% The defaults
default = nn.LayerNorm(16)
naive_unit, naive_small = default(x_unit), default(x_small)
print("eps:", default.eps)
for result in (naive_unit, naive_small):
    print(f"output std: {result.std(correction=0):.3f}")

# %% One epsilon for both
norm = nn.LayerNorm(16, eps=1e-5)
matched_unit, matched_small = norm(x_unit), norm(x_small)

# %% Another axis than the last
square = x_unit.reshape(4, 4, 4)
middle_axis = nn.LayerNorm(4)(square.mT).mT

# %% Train one step
optimizer = torch.optim.SGD(norm.parameters(), lr=0.1)
F.mse_loss(matched_small, torch.from_numpy(target)).backward()
optimizer.step()
scale_after_step = norm.weight
