"""NAdam in PyTorch: momentum warms up slowly."""

# %% Follow a list of gradients
import numpy as np
import torch

gradients = np.array([0.5, -0.3, 0.2, 0.9, 0.1], "float32")


def path(gradients, **arguments):
    w = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.NAdam([w], **arguments)
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
naive_same_rate = path(gradients, lr=0.01)
print(f"after 5 steps {naive_same_rate[-1]:.5f}")

# %% The same momentum schedule
matched = path(gradients, lr=0.01, momentum_decay=1.0)
print(f"after 5 steps {matched[-1]:.5f}")

# %% Weights in bfloat16
w = torch.nn.Parameter(torch.ones(1, dtype=torch.bfloat16))
w.grad = torch.ones_like(w)
torch.optim.NAdam([w], lr=0.1).step()
trains = bool(w.isfinite().all()) and w.item() < 1
print("trains:", trains)
