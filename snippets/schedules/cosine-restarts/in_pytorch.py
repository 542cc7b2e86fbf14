"""Cosine decay with restarts in PyTorch: equal cycles."""

# %% The rates of 13 steps
import inspect

import numpy as np
import torch
from torch.optim.lr_scheduler import (
    CosineAnnealingWarmRestarts,
    LambdaLR,
)


def used_rates(schedule):
    w = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = schedule(optimizer)
    rates = []
    for _ in range(13):
        rates += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return np.array(rates)


# %% The defaults
naive = used_rates(lambda o: CosineAnnealingWarmRestarts(o, T_0=4))
restarts = np.flatnonzero(np.isclose(naive, 0.1)).tolist()
assert restarts == [0, 4, 8, 12]
print("at the top in steps", restarts)

# %% Set the cycle length and the floor
equal_cycles = used_rates(
    lambda o: CosineAnnealingWarmRestarts(o, 4, eta_min=0.02)
)
longer_cycles = used_rates(
    lambda o: CosineAnnealingWarmRestarts(o, 4, 2, eta_min=0.02)
)
print("equal cycles ", equal_cycles[8:].round(4))
print("longer cycles", longer_cycles[8:].round(4))


# %% Halve the peak with every cycle
arguments = inspect.signature(
    CosineAnnealingWarmRestarts
).parameters
assert [*arguments][1:] == [
    "T_0",
    "T_mult",
    "eta_min",
    "last_epoch",
]


def factor(step):
    cycle, position = divmod(step, 4)
    return 0.5**cycle * (1 + np.cos(np.pi * position / 4)) / 2


lower_peaks = used_rates(lambda o: LambdaLR(o, factor))
print("peaks", lower_peaks[::4].round(4))
