"""Nesterov momentum in PyTorch."""

# %% Follow a list of gradients
import numpy as np
import torch

gradients = np.array([0.5, -0.3, 0.2, 0.9, 0.1], "float32")


def path(gradients, **arguments):
    w = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([w], **arguments)
    positions = []
    for gradient in gradients:
        w.grad = torch.full_like(w, gradient)
        optimizer.step()
        positions.append(w.item())
    return np.array(positions)


# %% Nesterov momentum and plain momentum
same = dict(lr=0.1, momentum=0.9)
with_momentum = path(gradients, nesterov=True, **same)
plain_momentum = path(gradients, **same)
assert not np.allclose(with_momentum, plain_momentum)
print(f"Nesterov {with_momentum[-1]:.4f}")
print(f"plain    {plain_momentum[-1]:.4f}")

# %% The momentum forgotten
accepts_no_momentum = True
try:
    path(gradients, lr=0.1, nesterov=True)
except ValueError as error:
    accepts_no_momentum = False
    print(error)
without_momentum = path(gradients, lr=0.1)
