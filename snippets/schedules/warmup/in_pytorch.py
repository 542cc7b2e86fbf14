"""Warmup and cosine decay in PyTorch: two schedulers."""

# %% Read the rates off a weight
import numpy as np
import torch
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    LinearLR,
    SequentialLR,
)


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


def warmup_and_cosine(optimizer, decay_steps, **arguments):
    warmup = LinearLR(optimizer, total_iters=4, **arguments)
    cosine = CosineAnnealingLR(optimizer, decay_steps)
    return SequentialLR(optimizer, [warmup, cosine], [4])


# %% As first written
naive = used_rates(lambda o: warmup_and_cosine(o, 8), 13)
assert np.isclose(naive[0], 0.1 / 3)  # start_factor
print("first steps", naive[:6].round(4))

# %% From a tenth of the peak, 12 steps in all
rates = used_rates(
    lambda o: warmup_and_cosine(o, 8, start_factor=0.1), 13
)
peak_step = int(rates.argmax())
assert peak_step == 4 and np.isclose(rates[4], 0.1)
assert np.isclose(rates[12], 0)
print("first steps", rates[:6].round(4))
print("peak in step", peak_step)
