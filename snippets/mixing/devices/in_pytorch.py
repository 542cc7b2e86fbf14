"""Where PyTorch puts what you make."""

# %% Two layers that are made where an accelerator is
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x, w1, w2 = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(5, 4), (4, 8), (8, 1)]
)


def new_layers():
    first = nn.Linear(4, 8, bias=False)
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
first, last = new_layers()
print("devices:", first.weight.device, last.weight.device)
naive_runs = runs(first, last)
assert naive_runs

# %% Move one to the other
first, last = (layer.to("meta") for layer in new_layers())
x_there = x.to("meta")
moved_runs = last(first(x_there)).device.type == "meta"
assert moved_runs

# %% Everything on the CPU
first, last = new_layers()
first.weight.data, last.weight.data = w1.T, w2.T
output = last(first(x))
