"""Squareplus and sparse plus in PyTorch: written by hand."""

# %% The same points
import numpy as np
import torch
from torch import nn

points = np.linspace(-3, 3, 42, dtype="float32")
x = torch.from_numpy(points)
ones = torch.ones_like(x)
for module in (torch, nn, nn.functional, torch.special):
    names = [name.lower() for name in dir(module)]
    assert not any("plus" in n and "soft" not in n for n in names)


# %% Squareplus
def square_plus(x, b=4):
    return (x + torch.sqrt(x.square() + b)) / 2


squareplus = square_plus(x)
squareplus_b_1 = square_plus(x, b=1)
_, squareplus_derivative = torch.func.jvp(
    square_plus, (x,), (ones,)
)
too_large = torch.tensor([-300.0], dtype=torch.float16)
assert square_plus(too_large).isinf()
print(f"squareplus of 3: {squareplus[-1]:.3f}")


# %% Sparse plus and its derivative
def plus(x):
    parabola = (x.clamp(-1, 1) + 1).square() / 4
    return torch.where(x < 1, parabola, x)


sparse_plus = plus(x)
sparse_sigmoid = torch.clamp(0.5 * x + 0.5, 0, 1)
_, sparse_plus_derivative = torch.func.jvp(plus, (x,), (ones,))
assert torch.allclose(sparse_plus_derivative, sparse_sigmoid)
print(f"sparse plus of -3: {sparse_plus[0]:.1f}")
