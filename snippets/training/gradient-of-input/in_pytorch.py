"""The gradient of an input in PyTorch: one backward pass."""

# %% A small network
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
kernels = [
    rng.normal(size=shape).astype("float32")
    for shape in ((4, 5), (5, 1))
]
sample = rng.normal(size=(1, 4)).astype("float32")
model = nn.Sequential(
    nn.Linear(4, 5, bias=False),
    nn.Tanh(),
    nn.Linear(5, 1, bias=False),
)
with torch.no_grad():
    for w, kernel in zip(model.parameters(), kernels, strict=True):
        w.copy_(torch.from_numpy(kernel.T))

# %% Its score
x = torch.from_numpy(sample).requires_grad_()
score = model(x)
print(f"score {score.item():.3f}")

# %% The gradient of the score
(input_gradient,) = torch.autograd.grad(score.sum(), x)
print([f"{slope:.3f}" for slope in input_gradient[0]])
