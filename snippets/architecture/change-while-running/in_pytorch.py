"""Change a PyTorch model between two training steps."""

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
model = nn.Sequential(first, nn.ReLU(), last)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)


def train():
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()


losses = [train(), train()]

# %% Another activation
before = model(x)
model[1] = nn.Tanh()
assert not torch.allclose(model(x), before)
losses += [train(), train()]

# %% One layer frozen
first.requires_grad_(False)
first_before, last_before = (
    first.weight.clone(),
    last.weight.clone(),
)
losses += [train(), train()]
first_kernel, last_kernel = first.weight.T, last.weight.T
assert torch.equal(first.weight, first_before)
assert not torch.equal(last.weight, last_before)
print([f"{loss:.3f}" for loss in losses])
