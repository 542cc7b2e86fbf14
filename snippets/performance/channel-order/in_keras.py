"""Channel order in Keras on PyTorch: last, and permuted."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% Count operations by name
import keras
import numpy as np
import torch
from keras import layers
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
def run(x, order):
    options = {"data_format": order}
    convolutions = [layers.Conv2D(4, 3, **options) for _ in kernels]
    first, second, third = convolutions
    pool = layers.MaxPooling2D(**options)
    model = keras.Sequential([first, second, pool, third])
    model.build(x.shape)
    for layer, kernel in zip(convolutions, kernels, strict=True):
        layer.kernel.assign(kernel)
    with torch.no_grad(), Operations() as counter:
        output = model(x)
    names = counter.names
    permutations = names.count("aten::permute")
    copies = names.count("aten::clone")
    print(f"{order}: {len(names)} operations,", end=" ")
    print(f"{permutations} permutations, {copies} copies")
    return output, permutations, copies, len(names)


# %% Output and operations
default = keras.config.image_data_format()
assert default == "channels_last"
x = torch.from_numpy(images)
last = x.permute(0, 2, 3, 1).contiguous()
output, _, naive_copies, _ = run(last, default)
output_of_default = output.permute(0, 3, 1, 2)
counts = run(x, "channels_first")
output_channels_first, permutations, copies, operations = counts
assert permutations == len(kernels) and copies == 0
