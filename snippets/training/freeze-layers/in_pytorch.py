"""Freezing layers in PyTorch: requires_grad."""

# %% Three layers with given weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(8, 3)).astype("float32"))
y = torch.from_numpy(rng.normal(size=(8, 1)).astype("float32"))
shapes = (3, 4), (4, 4), (4, 1)
kernels = [rng.normal(size=s).astype("float32") for s in shapes]
first, middle, head = (nn.Linear(*s, bias=False) for s in shapes)
model = nn.Sequential(first, nn.Tanh(), middle, nn.Tanh(), head)
with torch.no_grad():
    for w, kernel in zip(model.parameters(), kernels, strict=True):
        w.copy_(torch.from_numpy(kernel.T))

# %% Freeze the middle
middle.requires_grad_(False)
free = [p for p in model.parameters() if p.requires_grad]
trainable_parameters = sum(p.numel() for p in free)
print("trainable parameters:", trainable_parameters)

# %% Train three steps
optimizer = torch.optim.SGD(free, lr=0.1, momentum=0.9)
for _ in range(3):
    optimizer.zero_grad()
    nn.functional.mse_loss(model(x), y).backward()
    optimizer.step()

# %% What moved
weights = [w.detach().numpy().T for w in model.parameters()]
first_kernel, frozen_kernel, head_kernel = weights
assert np.array_equal(frozen_kernel, kernels[1])
pairs = zip(weights, kernels, strict=True)
moved = [f"{abs(w - k).max():.3f}" for w, k in pairs]
print("moved by at most:", *moved)
