"""Where breakpoint() stops in PyTorch, and what it finds."""

# %% A model with a breakpoint in it
import sys

import torch
from torch import nn

x, y = torch.ones(8, 4), torch.zeros(8, 3)


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 3, bias=False)
        nn.init.constant_(self.linear.weight, 0.5)

    def forward(self, x):
        hidden = self.linear(x)
        breakpoint()
        return hidden


@torch.compiler.disable
def stop():
    frame = sys._getframe(1)
    while frame.f_code.co_name != "forward":
        frame = frame.f_back
    hidden = frame.f_locals.get("hidden")
    found.append(None if hidden is None else f"{hidden[0, 0]:.2f}")


sys.breakpointhook, found = stop, []


def train(model):
    found.clear()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(4):
        optimizer.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        optimizer.step()
    return found.copy()


# %% One call
model = Network()
model(x)
assert found == ["2.00"]

# %% Four training steps
by_default = train(model)
print("by default:", by_default)
weights_after_steps = model.linear.weight.T
assert len(by_default) == 4 and None not in by_default

# %% With compilation switched
other = Network()
switched = train(torch.compile(other, backend="eager"))
print("compiled:", switched)
assert switched == [None] * 4  # the frame has no `hidden`
weights_switched = other.linear.weight.T
