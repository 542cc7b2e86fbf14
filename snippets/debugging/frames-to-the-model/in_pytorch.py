"""Count the calls between a PyTorch loop and forward."""

# %% A model that looks at its callers
import sys
import traceback

import torch
from torch import nn

x, y = torch.ones(8, 4), torch.ones(8, 1)
depths = []


def frames_below(frame):
    return 0 if frame is None else 1 + frames_below(frame.f_back)


class Network(nn.Module):
    fails = False

    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 1)

    def forward(self, x):
        depths.append(frames_below(sys._getframe()))
        if self.fails:
            raise ArithmeticError
        return self.linear(x)


model = Network()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)


def train():
    optimizer.zero_grad()
    nn.functional.mse_loss(model(x), y).backward()
    optimizer.step()


# %% Between the call and the model
here = frames_below(sys._getframe())
model(x)
frames_when_called = depths[-1] - here - 1
assert frames_when_called == 2
print("between model(x) and forward:", frames_when_called)

# %% Between the training step and the model
train()
frames_in_training = depths[-1] - here - 2  # without train itself
print("between the step and forward:", frames_in_training)

# %% What an error reports of them
model.fails = True
try:
    model(x)
except ArithmeticError as error:
    reported = traceback.extract_tb(error.__traceback__)
frames_reported = len(reported) - 2
assert frames_in_training == frames_reported == 2
print("reported by an error:", frames_reported)
