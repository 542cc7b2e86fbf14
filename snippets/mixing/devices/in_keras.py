"""Where Keras on torch puts what you make."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% Two layers that are made where an accelerator is
import keras
import numpy as np
import torch
from keras import layers
from torch import nn

rng = np.random.default_rng(0)
x, w1, w2 = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(5, 4), (4, 8), (8, 1)]
)


def new_layers():
    first = layers.Dense(8, use_bias=False)
    first.build((None, 4))
    last = nn.Linear(8, 1)
    nn.init.zeros_(last.bias)
    return first, last


def runs(*layers):
    try:
        h = x
        for layer in layers:
            h = layer(h)
        return True
    except RuntimeError as error:
        print(str(error)[:50])
        return False


# %% As they come
with keras.device("meta"):  # as on a machine that has one
    first, last = new_layers()
    device = first.kernel.value.device
    print("devices:", device, last.weight.device)
    naive_runs = runs(first, last)
    assert first(x).device == device  # Keras moves its input

# %% Move one to the other
with keras.device("meta"):
    last.to(device)
    moved_runs = last(first(x)).device.type == "meta"
assert moved_runs

# %% Everything on the CPU
with keras.device("cpu"):
    first, last = new_layers()
    first.set_weights([w1.numpy()])
    last.weight.data = w2.T
    output = last(first(x))
