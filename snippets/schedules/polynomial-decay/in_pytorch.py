"""Polynomial decay in PyTorch: always down to zero."""

# %% Read the rates off a weight
import numpy as np
import torch
from torch.optim.lr_scheduler import LinearLR, PolynomialLR


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


# %% The default floor
naive = used_rates(lambda o: PolynomialLR(o, 8, power=2.0), 10)
assert naive[-1] == 0
print(f"last rate {abs(naive[-1]):.4f}")

# %% Down to zero
to_zero = naive
assert to_zero[8] == to_zero[9] == 0
print(to_zero[:5:2].round(4))

# %% Straight down to another floor
to_floor = used_rates(
    lambda o: LinearLR(
        o, start_factor=1.0, end_factor=0.2, total_iters=8
    ),
    10,
)
assert np.allclose(to_floor[8:], 0.02)
print(to_floor[:5].round(4))
