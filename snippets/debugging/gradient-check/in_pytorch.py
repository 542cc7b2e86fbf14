"""Check a gradient in PyTorch."""

# %% A loss of one weight matrix
import numpy as np
import torch

rng = np.random.default_rng(0)
inputs = torch.from_numpy(rng.normal(size=(8, 3)))
targets = torch.from_numpy(rng.normal(size=(8, 2)))
start = rng.normal(size=(3, 2))


def right(weights):
    outputs = torch.tanh(inputs @ weights)
    return ((outputs - targets) ** 2).mean()


def wrong(weights):
    outputs = torch.tanh(inputs @ weights)
    error = outputs - targets
    return (error * error.detach()).mean()  # half of it is lost


# %% The gradient, and the loss a little to each side
weights = torch.tensor(start, requires_grad=True)
(gradient,) = torch.autograd.grad(right(weights), weights)
width = 0.01
differences = np.zeros((3, 2))
for index in np.ndindex(3, 2):
    step = torch.zeros(3, 2, dtype=torch.float64)
    step[index] = width
    rise = right(weights + step) - right(weights - step)
    differences[index] = rise.item() / (2 * width)

# %% The verdict
assert weights.dtype == torch.float64
right_passes = torch.autograd.gradcheck(right, weights)
try:
    wrong_passes = torch.autograd.gradcheck(wrong, weights)
except RuntimeError as error:
    wrong_passes = False
    print(str(error).splitlines()[0])
print("right passes:", right_passes)
print("wrong passes:", wrong_passes)
assert np.allclose(differences, gradient, atol=1e-3)
assert right_passes and not wrong_passes
