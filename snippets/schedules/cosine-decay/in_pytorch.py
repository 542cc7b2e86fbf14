"""Cosine decay in PyTorch: the rate climbs again."""

# %% Read the rates off a weight
import matplotlib.pyplot as plt
import numpy as np
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def used_rates(eta_min, calls):
    w = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = CosineAnnealingLR(optimizer, 8, eta_min)
    rates = []
    for step in range(17):
        w.data.zero_()
        w.grad = torch.ones(1)
        optimizer.step()  # moves the weight by -rate
        rates.append(-w.item())
        if step < calls:
            scheduler.step()
    return np.array(rates)


# %% The same number as the floor
naive_floor = used_rates(eta_min=0.02, calls=8)[8]
print(f"lowest rate {naive_floor:.4f}")

# %% The same floor
annealed = used_rates(eta_min=0.02, calls=17)
rates, naive_after_the_end = annealed[:9], annealed[9:]
print(rates[::2].round(4))

# %% After the end
assert np.isclose(annealed[16], 0.1)
held = used_rates(eta_min=0.02, calls=8)
held_after_the_end = held[9:]
assert np.allclose(held_after_the_end, 0.02)
print(naive_after_the_end[1::2].round(4))

fig, ax = plt.subplots()
ax.plot(annealed, label="step() after every batch")
ax.plot(held, "--", label="step() until T_max")
ax.set(title="Cosine decay over 8 steps", xlabel="step")
ax.set(ylabel="learning rate", ylim=(0, 0.105))
ax.legend()
