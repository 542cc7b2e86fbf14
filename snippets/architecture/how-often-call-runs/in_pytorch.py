"""Count the executions of forward in PyTorch."""

# %% A model that notes each execution
from collections import Counter

import numpy as np
import torch
from torch import nn

data = np.random.default_rng(0).normal(size=(64, 4))
x = torch.from_numpy(data.astype("float32"))
y = x.sum(1, keepdim=True)
runs = []


class Noting(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 1, bias=False)
        nn.init.zeros_(self.linear.weight)

    def forward(self, x):
        runs.append(str(x.device))
        return self.linear(x)


def train(model):
    runs.clear()
    sgd = torch.optim.SGD(model.parameters(), lr=0.01)
    for xs, ys in zip(x.split(4), y.split(4), strict=True):
        sgd.zero_grad()
        nn.functional.mse_loss(model(xs), ys).backward()
        sgd.step()
    print(dict(Counter(runs)))
    return len(runs)


# %% Sixteen training steps, then sixteen more
model = Noting()
model(x[:4])
first_epoch = train(model)
second_epoch = train(model)
weights = model.linear.weight.T

# %% Sixteen steps of a model never called before
unbuilt_model = train(Noting())
