"""A falling rate in PyTorch: milestones and a factor."""

# %% Read the rates off a weight
import numpy as np
import torch
from torch.optim.lr_scheduler import MultiStepLR


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


# %% The same boundaries
naive = used_rates(
    lambda o: MultiStepLR(o, milestones=[3, 6], gamma=0.5), 8
)
naive_first_low_step = int(np.argmax(naive < 0.1))
print("first low rate in step", naive_first_low_step)

# %% The same rates
rates = naive
assert np.allclose(rates, [0.1] * 3 + [0.05] * 3 + [0.025] * 2)
print(rates.round(4))
