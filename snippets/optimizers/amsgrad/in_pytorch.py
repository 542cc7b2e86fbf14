"""AMSGrad in PyTorch."""

# %% Follow a list of gradients
import numpy as np
import torch

gradients = np.array([5.0, 0.1, 0.1, 0.1, 0.1], "float32")


def path(gradients, **arguments):
    w = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.Adam([w], **arguments)
    positions = []
    for gradient in gradients:
        w.grad = torch.full_like(w, gradient)
        optimizer.step()
        positions.append(w.item())
    return np.array(positions)


# %% With and without AMSGrad
same = dict(lr=0.1, betas=(0.9, 0.9))
without_amsgrad = path(gradients, **same)
with_amsgrad = path(gradients, amsgrad=True, **same)
print(f"without {without_amsgrad[-1]:.4f}")
print(f"with    {with_amsgrad[-1]:.4f}")

# %% The later steps are shorter
steps = np.diff(without_amsgrad)
shorter_steps = np.diff(with_amsgrad)
assert (abs(shorter_steps) < abs(steps)).all()
