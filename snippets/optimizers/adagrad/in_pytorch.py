"""Adagrad in PyTorch: the accumulator starts at zero."""

# %% Follow a list of gradients
import numpy as np
import torch

gradients = np.array([0.5, -0.3, 0.2, 0.9, 0.1], "float32")


def path(gradients, **arguments):
    w = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.Adagrad([w], **arguments)
    positions = []
    for gradient in gradients:
        w.grad = torch.full_like(w, gradient)
        optimizer.step()
        positions.append(w.item())
    return np.array(positions)


# %% The defaults
naive = path(gradients)
assert np.isclose(naive[0], -0.01)  # one full rate
print(f"after 5 steps {naive[-1]:.4f}")

# %% The same rate and the same accumulator
ordinary_gradients = path(gradients)
print(f"after 5 steps {ordinary_gradients[-1]:.4f}")

# %% The same epsilon, tiny gradients
same = dict(lr=0.01, initial_accumulator_value=0.0, eps=1e-7)
tiny_gradients_same_epsilon = path(1e-5 * gradients, **same)
print(f"after 5 steps {tiny_gradients_same_epsilon[-1]:.4f}")
