"""Step through forward with Python's debugger."""

# %% A model of three lines
import io
import pdb

import torch
from torch import nn


class Network(nn.Module):
    watched = False

    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 3, bias=False)
        nn.init.constant_(self.linear.weight, 0.5)

    def forward(self, x):
        if self.watched:
            debugger.set_trace()
        a = self.linear(x)
        b = torch.tanh(a)
        c = b.sum(1, keepdim=True)
        return c


# %% What to type when the debugger stops
commands = ["n", "p round(a.max().item(), 3)"]
commands += ["n", "p round(b.max().item(), 3)"]
commands += ["n", "p round(c.max().item(), 3)", "c"]
typed, seen = io.StringIO("\n".join(commands)), io.StringIO()
debugger = pdb.Pdb(stdin=typed, stdout=seen, readrc=False)
debugger.prompt = ""

# %% Two training steps, the second one watched
model = Network()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
x, y = torch.ones(8, 4), torch.ones(8, 1)
for model.watched in (False, True):
    optimizer.zero_grad()
    nn.functional.mse_loss(model(x), y).backward()
    optimizer.step()

# %% What the debugger saw
transcript = seen.getvalue().splitlines()
lines = [line for line in transcript if line.startswith("->")]
print("\n".join(lines))
values = [float(line) for line in transcript if line[0].isdigit()]
assert len(lines) == 4 and len(values) == 3
print(values)
