"""Where a breakpoint in the model stops, in PyTorch."""

# %% A model with a breakpoint in it
import sys

import torch
from torch import nn

x, y = torch.ones(8, 4), torch.zeros(8, 3)


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 3)

    def forward(self, x):
        hidden = self.linear(x)
        breakpoint()
        return hidden


@torch.compiler.disable
def stop():
    frame = sys._getframe(1)
    while frame.f_code.co_name != "forward":
        frame = frame.f_back
    try:
        float(frame.f_locals["hidden"].detach().sum())
        stops.append(True)
    except Exception:
        stops.append(False)


sys.breakpointhook, stops = stop, []


def count(run, times):
    stops.clear()
    for _ in range(times):
        run()
    print(f"{len(stops)} stops in {times} runs,", end=" ")
    print(f"{sum(stops)} with a value")


def train(model):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

    def step():
        optimizer.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        optimizer.step()

    count(step, times=4)


# %% Called directly
model = Network()
count(lambda: model(x), times=4)

# %% Trained as usual
train(Network())

# %% Trained, compiled
train(torch.compile(Network(), backend="eager"))
