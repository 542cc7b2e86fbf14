"""A PyTorch loop comes back to Python after each step."""

# %% Four batches
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(8, 3)).astype("float32"))
y = torch.from_numpy(rng.normal(size=(8, 1)).astype("float32"))
calls = []


def train():
    model = nn.Linear(3, 1, bias=False)
    nn.init.ones_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    means = []
    for _ in range(2):
        losses = []
        batches = zip(x.split(2), y.split(2), strict=True)
        for i, (inputs, targets) in enumerate(batches):
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(model(inputs), targets)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            calls.append(i)  # what a callback would do
        means.append(np.mean(losses))
    return means, model.weight.detach().T


# %% One step at a time
losses, weights = train()
print([f"{loss:.3f}" for loss in losses])

# %% Three steps at a time
naive_calls = len(calls)  # there is nothing to set
print("calls of the callback:", naive_calls)
