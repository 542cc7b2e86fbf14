"""Group normalization in PyTorch."""

# %% The same images, of small values
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 3, 3, 4)).astype("float32") / 10
target = rng.normal(size=(2, 3, 3, 4)).astype("float32")
scale, shift = rng.normal(size=(2, 4)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2).contiguous()

# %% The line a reader copies first
default = nn.GroupNorm(2, 4)
naive = default(x)
print("eps:", default.eps)

# %% The same epsilon and weights
norm = nn.GroupNorm(2, 4, eps=1e-5)
weights = torch.from_numpy(scale), torch.from_numpy(shift)
names = "weight", "bias"
norm.load_state_dict(dict(zip(names, weights, strict=True)))
matched = norm(x)
print(f"output std: {matched.std(correction=0):.4f}")

# %% One training step
y = torch.from_numpy(target).permute(0, 3, 1, 2)
nn.functional.mse_loss(matched, y).backward()
torch.optim.SGD(norm.parameters(), lr=1.0).step()
scale_after_step, shift_after_step = norm.weight, norm.bias
