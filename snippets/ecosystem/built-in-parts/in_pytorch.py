"""Count the public parts of PyTorch."""

# %% The public classes of one kind
import inspect

import torch
from torch import nn


def classes(namespace, base):
    found = {
        part
        for name, part in vars(namespace).items()
        if name[0] != "_" and inspect.isclass(part)
    }
    return {part for part in found if issubclass(part, base)}


# %% Count them
modules = classes(nn, nn.Module) - {nn.Module}
losses = {m for m in modules if m.__name__.endswith("Loss")}
lazy = {m for m in modules if m.__name__.startswith("Lazy")}
base = torch.optim.Optimizer
optimizers = classes(torch.optim, base) - {base}
parts = {
    "layers": len(modules - losses - lazy),
    "losses": len(losses),
    "optimizers": len(optimizers),
    "metrics": 0,
    "callbacks": 0,
}
assert not hasattr(torch, "metrics")
assert not hasattr(torch, "callbacks")
counts = list(parts.values())
assert counts == [126, 23, 15, 0, 0]
print(parts)

# %% Functions on tensors
places = (
    torch,
    nn.functional,
    torch.linalg,
    torch.fft,
    torch.special,
)
functions = len(
    {
        name
        for place in places
        for name, part in vars(place).items()
        if callable(part) and not inspect.isclass(part)
        if part.__doc__ and name[0] != "_" and name[-1] != "_"
    }
)
assert functions > 2 * 337  # 337 in keras.ops
print("functions:", functions)

# %% Parts by name
names = sorted(part.__name__ for part in modules - lazy)
in_three_dimensions = sum("3d" in name for name in names)
transformer_parts = sum("Transformer" in name for name in names)
assert in_three_dimensions > 0 and transformer_parts == 5
print("3d:", in_three_dimensions)
print("Transformer:", transformer_parts)
