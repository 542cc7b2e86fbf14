"""Freeze a layer of a PyTorch model that is in training."""

# %% A model in training
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x, y, w1, w2 = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(8, 3), (8, 1), (3, 4), (4, 1)]
)
first = nn.Linear(3, 4, bias=False)
last = nn.Linear(4, 1, bias=False)
first.weight.data, last.weight.data = w1.T.clone(), w2.T.clone()
model = nn.Sequential(first, nn.Tanh(), last)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)


def train():
    before = first.weight.clone()
    optimizer.zero_grad()
    nn.functional.mse_loss(model(x), y).backward()
    optimizer.step()
    return "stays" if torch.equal(first.weight, before) else "moves"


# %% Frozen before the first step
first.requires_grad_(False)
assert train() == "stays"
first.requires_grad_(True)

# %% Freeze the first layer and train on
assert train() == "moves"
first.requires_grad_(False)
outcome = train()
print("frozen:", outcome)
assert outcome == "stays"

# %% Free it again
first.requires_grad_(True)
freed = train()
print("freed:", freed)
assert freed == "moves"
first.requires_grad_(False)

# %% What takes effect everywhere
with torch.no_grad():
    first.weight.copy_(w1.T)
    last.weight.copy_(w2.T)
optimizer = torch.optim.SGD(last.parameters(), lr=0.05)
assert train() == "stays"
first_kernel, last_kernel = first.weight.T, last.weight.T
