"""What one train_on_batch counts for batches of different sizes."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% Arithmetic, operations and Python calls
import gc
import sys

import keras
import torch
from keras import layers
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.flop_counter import FlopCounterMode


class Operations(TorchDispatchMode):
    count = 0

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        self.count += func.namespace == "aten"
        return func(*args, **(kwargs or {}))


def counts(step, x, y):
    step(x, y)  # the first step also sets things up
    with FlopCounterMode(display=False) as arithmetic:
        step(x, y)
    with Operations() as dispatched:
        step(x, y)
    events = []
    gc.disable()  # what it calls back is not part of the step
    sys.setprofile(lambda frame, event, _: events.append(event))
    step(x, y)
    sys.setprofile(None)
    gc.enable()
    flops = arithmetic.get_total_flops()
    return flops, dispatched.count, events.count("call")


# %% One model and its training step
model = keras.Sequential(
    [layers.Dense(64, "relu"), layers.Dense(1)]
)
model.compile(keras.optimizers.SGD(0.01), loss="mse")


# %% Batches of 8, 64 and 512 samples
table = []
for size in (8, 64, 512):
    x, y = torch.rand(size, 32), torch.rand(size, 1)
    table.append(counts(model.train_on_batch, x, y))
    print(size, "samples:", table[-1])
arithmetic, operations, python_calls = zip(*table, strict=True)
assert arithmetic[2] == 64 * arithmetic[0]
assert operations[2] == operations[0]
assert python_calls[2] == python_calls[0]
