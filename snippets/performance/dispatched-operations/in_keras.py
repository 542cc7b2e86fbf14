"""Count the operations of train_on_batch on the torch backend."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% Count what reaches the dispatcher
import keras
import torch
from keras import layers
from torch.utils._python_dispatch import TorchDispatchMode


class Operations(TorchDispatchMode):
    count = 0

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        self.count += func.namespace == "aten"
        return func(*args, **(kwargs or {}))


# %% A forward pass and a training step
def counts(x, layer):
    model = keras.Sequential([layer, layers.Dense(4)])
    loss = keras.losses.SparseCategoricalCrossentropy(
        from_logits=True
    )
    model.compile(keras.optimizers.SGD(0.1), loss)
    y = torch.zeros(32, dtype=torch.long)
    for _ in range(2):  # the first round also sets things up
        with torch.no_grad(), Operations() as forward:
            model(x)
        with Operations() as step:
            model.train_on_batch(x, y)
    return forward.count, step.count


# %% A dense network
x = torch.rand(32, 8)
dense_forward, dense_step = counts(x, layers.Dense(16, "relu"))
print("forward:", dense_forward, "- training step:", dense_step)

# %% An LSTM over 10, 20 and 40 time steps
lstm_counts = []
for length in (10, 20, 40):
    x = torch.rand(32, length, 8)
    lstm_counts.append(counts(x, layers.LSTM(16)))
    forward, step = lstm_counts[-1]
    print(
        f"{length} steps: forward {forward}, training step {step}"
    )
forward, step = (
    b - a for a, b in zip(*lstm_counts[:2], strict=True)
)
print("per time step:", forward / 10, step / 10)
