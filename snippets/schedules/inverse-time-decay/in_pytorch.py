"""Inverse time decay in PyTorch: a factor for LambdaLR."""

# %% Read the rates off a weight
import numpy as np
import torch
from torch.optim import lr_scheduler
from torch.optim.lr_scheduler import LambdaLR

assert not [n for n in dir(lr_scheduler) if "inverse" in n.lower()]


def used_rates(schedule, steps):
    w = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = schedule(optimizer)
    rates = []
    for _ in range(steps):
        w.data.zero_()
        w.grad = torch.ones(1)
        optimizer.step()  # moves the weight by -rate
        rates.append(-w.item())
        scheduler.step()
    return np.array(rates)


# %% Decay in every step
smooth = used_rates(
    lambda o: LambdaLR(o, lambda step: 1 / (1 + 0.5 * step / 4)),
    13,
)
assert np.isclose(smooth[4], 0.1 * 2 / 3)
print("every fourth rate", smooth[::4].round(4))

# %% Decay in every fourth step
staircase = used_rates(
    lambda o: LambdaLR(o, lambda step: 1 / (1 + 0.5 * (step // 4))),
    13,
)
assert np.isclose(staircase[3], 0.1)
assert np.allclose(staircase[::4], smooth[::4])
print("first rates", staircase[:5].round(4))
