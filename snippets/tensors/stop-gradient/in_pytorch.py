"""Stop the gradient in PyTorch."""

# %% The same numbers
import numpy as np
import torch

start = np.array([0.4, 1.3, 2.6], "float32")


def derivative(function):
    x = torch.tensor(start, requires_grad=True)
    return torch.autograd.grad(function(x).sum(), x)[0]


# %% A factor that counts as a constant
with_gradient = derivative(lambda x: x**2 * x)
half_stopped = derivative(lambda x: x**2 * x.detach())
assert np.allclose(with_gradient, 3 * start**2)
assert np.allclose(half_stopped, 2 * start**2)
print([f"{value:.3f}" for value in half_stopped])


# %% Round, but learn as if not
def straight_through(x):
    return x + (torch.round(x) - x).detach()


rounding = derivative(torch.round)
straight_gradient = derivative(straight_through)
straight_values = straight_through(torch.from_numpy(start))
assert np.allclose(straight_values, [0, 1, 3])
assert np.allclose(rounding, 0)
assert np.allclose(straight_gradient, 1)
