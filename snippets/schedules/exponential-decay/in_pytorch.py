"""Exponential decay in PyTorch: at every call of step()."""

# %% Read the rates off a weight
import numpy as np
import torch
from torch.optim.lr_scheduler import ExponentialLR, StepLR

batches = 4  # in an epoch


def used_rates(schedule, per_epoch):
    w = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = schedule(optimizer)
    rates = []
    for step in range(3 * batches):
        w.data.zero_()
        w.grad = torch.ones(1)
        optimizer.step()  # moves the weight by -rate
        rates.append(-w.item())
        if not per_epoch or (step + 1) % batches == 0:
            scheduler.step()
    return np.array(rates)


# %% Halve it, as first written
def halve(optimizer):
    return ExponentialLR(optimizer, gamma=0.5)


naive = used_rates(halve, per_epoch=True)
print("first of each epoch", naive[::batches])

# %% Halve it from one epoch to the next
per_epoch = naive
stairs = used_rates(
    lambda optimizer: StepLR(optimizer, batches, gamma=0.5),
    per_epoch=False,
)
assert np.allclose(per_epoch, stairs)
print("first epoch", per_epoch[:batches])

# %% Halve it smoothly over an epoch
per_batch = used_rates(
    lambda optimizer: ExponentialLR(
        optimizer, gamma=0.5 ** (1 / batches)
    ),
    per_epoch=False,
)
print("first epoch", per_batch[:batches].round(4))
