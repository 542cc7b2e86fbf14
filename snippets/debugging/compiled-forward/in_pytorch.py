"""How often Python enters forward once it is compiled."""

# %% A model and a count of the frames that run its code
import sys

import torch
from torch import nn


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 1)

    def forward(self, x):
        return self.linear(x)


def times_entered(run):
    entered = []

    def notice(frame, event, argument):
        if frame.f_code is Network.forward.__code__:
            entered.append(event)

    sys.settrace(notice)  # what a debugger is built on
    try:
        run()
    finally:
        sys.settrace(None)
    return len(entered)


x = torch.ones(32, 4)
batches = x.split(4)

# %% Run operation by operation
model = Network()
entered_eagerly = times_entered(lambda: [*map(model, batches)])
print("entered:", entered_eagerly, "times in 8 calls")

# %% Run as compiled
# "eager" runs the captured graph without generating C++ code
compiled = torch.compile(model, backend="eager")
compiled(batches[0])  # the first call captures the graph
entered_when_compiled = times_entered(
    lambda: [*map(compiled, batches)]
)
assert entered_when_compiled == 0
print("entered:", entered_when_compiled, "times in 8 calls")
