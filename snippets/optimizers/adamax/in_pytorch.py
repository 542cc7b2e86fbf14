"""Adamax in PyTorch: the default rate is 0.002."""

# %% Follow a list of gradients
import numpy as np
import torch

gradients = np.array([0.5, -0.3, 0.2, 0.9, 0.1], "float32")


def path(gradients, **arguments):
    w = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.Adamax([w], **arguments)
    positions = []
    for gradient in gradients:
        w.grad = torch.full_like(w, gradient)
        optimizer.step()
        positions.append(w.item())
    return np.array(positions)


# %% The defaults
naive = path(gradients)
print(f"after 5 steps {naive[-1]:.5f}")

# %% The same rate
matched = path(gradients, lr=0.002)
print(f"after 5 steps {matched[-1]:.5f}")
assert np.allclose(naive, matched)
