"""Profile a training step in PyTorch."""

# %% A model and its training step
import os

import torch
from torch import nn
from torch.profiler import profile

model = nn.Sequential(
    nn.Linear(4, 8, bias=False),
    nn.ReLU(),
    nn.Linear(8, 1, bias=False),
)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
x, y = torch.ones(16, 4), torch.ones(16, 1)


def step():
    optimizer.zero_grad()
    nn.functional.mse_loss(model(x), y).backward()
    optimizer.step()


step()  # the first step also sets things up

# %% Record one step
log = os.open("profiler.log", os.O_CREAT | os.O_RDWR)
stderr = os.dup(2)
os.dup2(log, 2)  # it notes when it starts, on standard error
with profile() as recorded:
    step()
os.dup2(stderr, 2)

# %% What was recorded
counts = {e.key: e.count for e in recorded.key_averages()}
matrix_products = counts["aten::mm"]
backward_products = counts["MmBackward0"]
assert backward_products == 2  # one for each layer
operations = [key for key in counts if key.startswith("aten::")]
kinds_of_operations = len(operations)
print("matrix products:", matrix_products)
print("kinds of operations:", kinds_of_operations)
