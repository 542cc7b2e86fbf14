"""Read hidden activations in PyTorch with forward hooks."""

# %% A network with two hidden layers
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x, *weights = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(3, 4), (4, 6), (6, 5), (5, 2)]
)
first, second, last = (
    nn.Linear(*kernel.shape, bias=False) for kernel in weights
)
model = nn.Sequential(first, nn.ReLU(), second, nn.ReLU(), last)
model.load_state_dict(
    dict(
        zip(model.state_dict(), [w.T for w in weights], strict=True)
    )
)

# %% Ask for the outputs of three layers
activations = []


def keep(module, inputs, output):
    activations.append(output)


for layer in model[1], model[3], model[4]:
    layer.register_forward_hook(keep)

# %% Run one batch
model(x)
first_hidden, second_hidden, output = activations
for activation in activations:
    print(tuple(activation.shape), f"{activation.max():.3f}")
