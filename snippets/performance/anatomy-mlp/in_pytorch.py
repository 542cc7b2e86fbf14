"""What one more batch takes in a PyTorch loop: a dense network."""

# %% Count what a call does
import numpy as np
import torch
from torch import nn
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

VIEWS = "aten::t", "aten::transpose.int", "aten::permute"


class Operations(TorchDispatchMode):
    found = np.zeros(5, int)

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        result = func(*args, **(kwargs or {}))
        name = func.name()
        out = args[0] if result is None else result
        written = [] if func.is_view else tree_leaves(out)
        size = sum(getattr(t, "nbytes", 0) for t in written)
        works = not (func.is_view or name.startswith("aten::empty"))
        kinds = works, name in VIEWS, name == "aten::clone"
        self.found = self.found + np.array((1, *kinds, size))
        return result


def counts(run):
    with Operations() as seen:
        run()
    return seen.found


# %% Three batches
inputs, targets = torch.rand(3, 32, 32), torch.rand(3, 32, 10)

# %% A model
first, last = nn.Linear(32, 64), nn.Linear(64, 10)
model = nn.Sequential(first, nn.ReLU(), last)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)


# %% A loop
def train(number):
    for x, y in zip(inputs[:number], targets[:number], strict=True):
        optimizer.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        optimizer.step()


train(3)

# %% One more batch
loop = fit = counts(lambda: train(3)) - counts(lambda: train(2))
print("operations, kernels, transposed views, copies, bytes")
print("loop:", *loop)
assert list(loop) == [37, 20, 9, 0, 57432]
