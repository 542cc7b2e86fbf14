"""Gradients in PyTorch."""

# %% A function with a known derivative
import numpy as np
import torch

start = np.array([0.5, 1.0, 2.0], "float32")
slope = 2 * start * np.sin(start) + start**2 * np.cos(start)


def f(x):
    return x**2 * torch.sin(x)


# %% Backward through the recorded operations
x = torch.tensor(start, requires_grad=True)
f(x).sum().backward()
gradient = x.grad
assert np.allclose(gradient, slope)
print([f"{value:.3f}" for value in gradient])

# %% Derivatives as functions
x = torch.tensor(start, requires_grad=True)
(first_derivative,) = torch.autograd.grad(
    f(x).sum(), x, create_graph=True
)
(second_derivative,) = torch.autograd.grad(
    first_derivative.sum(), x
)
assert np.allclose(first_derivative.detach(), slope)
print([f"{value:.3f}" for value in second_derivative])
