"""Channel order in PyTorch: first, and nothing to permute."""

# %% Count operations by name
import numpy as np
import torch
from torch import nn
from torch.utils._python_dispatch import TorchDispatchMode


class Operations(TorchDispatchMode):
    names = ()

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        self.names += (func.name(),)
        return func(*args, **(kwargs or {}))


# %% Images and kernels
rng = np.random.default_rng(0)
images = rng.normal(size=(2, 3, 12, 12)).astype("float32")
kernels = [rng.normal(size=(3, 3, n, 4)) / 4 for n in (3, 4, 4)]

# %% Three convolutions and a pooling
convolutions = [nn.Conv2d(n, 4, 3) for n in (3, 4, 4)]
for layer, kernel in zip(convolutions, kernels, strict=True):
    nn.init.zeros_(layer.bias)
    with torch.no_grad():
        layer.weight.copy_(
            torch.tensor(kernel.transpose(3, 2, 0, 1))
        )
first, second, third = convolutions
model = nn.Sequential(first, second, nn.MaxPool2d(2), third)

# %% Output and operations
x = torch.from_numpy(images)
with torch.no_grad(), Operations() as counter:
    output_channels_first = output_of_default = model(x)
permutations = counter.names.count("aten::permute")
copies = naive_copies = counter.names.count("aten::clone")
operations = len(counter.names)
print(f"{operations} operations,", end=" ")
print(f"{permutations} permutations, {copies} copies")
