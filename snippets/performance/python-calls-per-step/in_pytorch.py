"""Count the Python function calls of a plain PyTorch step."""

# %% Count Python calls
import gc
import sys

import torch
from torch import nn


def count_calls(function):
    events = []
    gc.disable()  # what it calls back is not part of the step
    sys.setprofile(lambda frame, event, _: events.append(event))
    try:
        function()
    finally:
        sys.setprofile(None)
        gc.enable()
    return events.count("call")


# %% One training step of a dense network
def calls_per_step(depth):
    model = nn.Sequential()
    for _ in range(depth):
        model.extend([nn.Linear(8, 8), nn.ReLU()])
    model.append(nn.Linear(8, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    x, y = torch.rand(32, 8), torch.rand(32, 1)

    def step():
        optimizer.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        optimizer.step()

    step()  # the first step also sets things up
    first, second = count_calls(step), count_calls(step)
    assert first == second
    return first


# %% Deeper networks
depths = [1, 2, 4, 8]
python_calls = [calls_per_step(depth) for depth in depths]
per_layer = python_calls[1] - python_calls[0]
fixed = python_calls[0] - per_layer
assert python_calls == [fixed + per_layer * d for d in depths]
print("calls per step:", python_calls)
print(fixed, "fixed, and for every hidden layer", per_layer)
