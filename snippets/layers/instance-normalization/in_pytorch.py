"""Instance normalization in PyTorch."""

# %% The same images
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 4, 4, 3)).astype("float32") / 10
target = rng.normal(size=(2, 4, 4, 3)).astype("float32")
scale, shift = rng.normal(size=(2, 3)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% The line a reader copies first
default = nn.InstanceNorm2d(3)
naive = default(x)
naive_parameters = len(list(default.parameters()))
assert default.running_mean is None  # unless you ask for it
print("weights:", naive_parameters)

# %% With and without scale and shift
without_weights = nn.InstanceNorm2d(3, affine=False)(x)
norm = nn.InstanceNorm2d(3, affine=True)
weights = torch.from_numpy(scale), torch.from_numpy(shift)
names = "weight", "bias"
norm.load_state_dict(dict(zip(names, weights, strict=True)))
matched = norm(x)
print(f"output std: {matched.std(correction=0):.4f}")

# %% One training step
y = torch.from_numpy(target).permute(0, 3, 1, 2)
nn.functional.mse_loss(matched, y).backward()
torch.optim.SGD(norm.parameters(), lr=1.0).step()
scale_after_step = norm.weight
