"""Drive pdb with written commands through a PyTorch model."""

# %% A model with a breakpoint in it
import io
import pdb
import sys

import torch
from torch import nn


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 3)
        nn.init.constant_(self.hidden.weight, 0.5)
        nn.init.zeros_(self.hidden.bias)

    def forward(self, x):
        hidden = self.hidden(x)
        breakpoint()
        return hidden.sum(1, keepdim=True)


# %% Write down what to type at each stop
commands = "p type(hidden)\np hidden.shape, hidden.device.type\nc\n"
typed, seen = io.StringIO(2 * commands), io.StringIO()
debugger = pdb.Pdb(stdin=typed, stdout=seen, readrc=False)
debugger.prompt = ""
frames = []


def stop():
    frames.append(sys._getframe(1))
    debugger.set_trace(frames[-1])


sys.breakpointhook = stop

# %% One training step
model = Network()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
loss = nn.functional.mse_loss(
    model(torch.ones(8, 4)), torch.ones(8, 1)
)
loss.backward()
optimizer.step()

# %% What the debugger saw
for line in seen.getvalue().splitlines():
    if not line.startswith((">", "->")):
        print(line)
stops = len(frames)
hidden = frames[-1].f_locals["hidden"]
