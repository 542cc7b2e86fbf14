"""Adam in PyTorch: epsilon is added after bias correction."""

# %% Follow a list of gradients
import math

import numpy as np
import torch

gradients = np.array([0.5, -0.3, 0.2, 0.9, 0.1], "float32")


def path(gradients, **arguments):
    w = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.Adam([w], lr=0.1, **arguments)
    positions = []
    for gradient in gradients:
        w.grad = torch.full_like(w, gradient)
        optimizer.step()
        positions.append(w.item())
    return np.array(positions)


# %% Ordinary gradients, the same epsilon
ordinary_gradients = path(gradients, eps=1e-8)
print(f"after 5 steps {ordinary_gradients[-1]:.3f}")
naive_ordinary_gradients = path(gradients)

# %% Tiny gradients, default epsilon
naive_tiny_gradients = path(1e-6 * gradients)
print(f"after 5 steps {naive_tiny_gradients[-1]:.3f}")

# %% Tiny gradients, the same epsilon
tiny_gradients_same_epsilon = path(1e-6 * gradients, eps=1e-7)
print(f"after 5 steps {tiny_gradients_same_epsilon[-1]:.3f}")

first_step_same_epsilon = path([1e-6], eps=1e-7)
size = 0.1 * 1e-6 / (1e-6 + 1e-7)
assert math.isclose(-first_step_same_epsilon[0], size, rel_tol=1e-4)
print(f"first step {first_step_same_epsilon[0]:.4f}")
