"""Adadelta in PyTorch: the rate is 1."""

# %% Follow a list of gradients
import numpy as np
import torch

gradients = np.array([0.5, -0.3, 0.2, 0.9, 0.1], "float32")


def path(gradients, **arguments):
    w = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.Adadelta([w], **arguments)
    positions = []
    for gradient in gradients:
        w.grad = torch.full_like(w, gradient)
        optimizer.step()
        positions.append(w.item())
    return np.array(positions)


# %% The defaults
naive = path(gradients)
print(f"after 5 steps {naive[-1]:.4g}")

# %% The same rate alone
naive_same_rate = path(gradients)
print(f"after 5 steps {naive_same_rate[-1]:.4g}")

# %% The same rate, decay and epsilon
matched = path(gradients, lr=1.0, rho=0.9, eps=1e-6)
print(f"after 5 steps {matched[-1]:.4g}")
assert np.array_equal(matched, naive)
