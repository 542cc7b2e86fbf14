"""Python calls for one more batch in a PyTorch loop."""

# %% Count Python calls
import gc
import sys

import torch
from torch import nn


def calls(run):
    events = []
    gc.disable()  # what it calls back is not part of the run
    sys.setprofile(lambda frame, event, _: events.append(event))
    run()
    sys.setprofile(None)
    gc.enable()
    return events.count("call")


def by_loop(model, *shape):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    inputs, targets = (
        torch.rand(3, 32, *shape),
        torch.rand(3, 32, 10),
    )

    def train(number):
        for x, y in zip(inputs[:number], targets, strict=False):
            optimizer.zero_grad()
            nn.functional.mse_loss(model(x), y).backward()
            optimizer.step()

    train(1)  # the first step also sets things up
    loop = calls(lambda: train(3)) - calls(lambda: train(2))
    assert loop == calls(lambda: train(3)) - calls(lambda: train(2))
    print("in a loop", loop)
    return [loop, loop]  # there is no other loop in PyTorch


# %% A dense network
first, last = nn.Linear(32, 64), nn.Linear(64, 10)
dense = by_loop(nn.Sequential(first, nn.ReLU(), last), 32)

# %% A convolutional network
pool = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
first, second = nn.Conv2d(3, 8, 3), nn.Conv2d(8, 16, 3)
model = nn.Sequential(
    first, nn.ReLU(), second, nn.ReLU(), pool, nn.Linear(16, 10)
)
convolutional = by_loop(model, 3, 12, 12)
