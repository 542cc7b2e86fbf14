"""The slope of activations in PyTorch at a kink."""

# %% Functions with a kink, and where it is
import torch
from torch import nn

functions = {
    "abs": (torch.abs, 0.0),
    "leaky ReLU": (nn.LeakyReLU(0.2), 0.0),
    "hard tanh": (nn.Hardtanh(), 1.0),
    "SELU": (nn.SELU(), 0.0),
    "CELU": (nn.CELU(), 0.0),
}


def slope(function, point):
    x = torch.tensor(point, requires_grad=True)
    function(x).backward()
    return x.grad.item()


# %% At the kink
at_the_kink = [slope(*pair) for pair in functions.values()]
for name, found in zip(functions, at_the_kink, strict=True):
    print(f"{name:10} {found:.3f}")

# %% On both sides of it
below = [slope(f, at - 0.1) for f, at in functions.values()]
above = [slope(f, at + 0.1) for f, at in functions.values()]

# %% Functions without a difference
same_functions = {
    "ReLU": (nn.ReLU(), 0.0),
    "ReLU6": (nn.ReLU6(), 6.0),
    "ELU": (nn.ELU(), 0.0),
    "hard sigmoid": (nn.Hardsigmoid(), 3.0),
    "softshrink": (nn.Softshrink(), 0.5),
}
same = [slope(*pair) for pair in same_functions.values()]
print(same)
