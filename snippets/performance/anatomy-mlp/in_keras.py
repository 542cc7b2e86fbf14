"""What one more batch takes in Keras on torch: a dense network."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Count what a call does
import keras
import numpy as np
import torch
from keras import layers
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
first, last = layers.Dense(64, "relu"), layers.Dense(10)
model = keras.Sequential([keras.Input((32,)), first, last])
model.compile(keras.optimizers.SGD(0.1), loss="mse")
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)


# %% A loop
def train(number):
    for x, y in zip(inputs[:number], targets[:number], strict=True):
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(model(x), y).backward()
        optimizer.step()


def fit_on(number):
    x, y = inputs[:number].flatten(0, 1), targets[:number]
    model.fit(x, y.flatten(0, 1), 32, shuffle=False, verbose=0)


train(3)
fit_on(3)

# %% One more batch
loop = counts(lambda: train(3)) - counts(lambda: train(2))
fit = counts(lambda: fit_on(3)) - counts(lambda: fit_on(2))
print("operations, kernels, transposed views, copies, bytes")
print("loop:", *loop)
print("fit:", *fit)
