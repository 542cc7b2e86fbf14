"""The one-cycle rate in PyTorch: a scheduler of its own."""

# %% The schedule
import matplotlib.pyplot as plt
import numpy as np
import torch
from torch.optim.lr_scheduler import OneCycleLR

w = torch.nn.Parameter(torch.zeros(1))
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
scheduler = OneCycleLR(optimizer, max_lr=0.5, total_steps=20)

# %% The rate of each step
rates, momenta = [], []
for step in range(20):
    rates += scheduler.get_last_lr()
    momenta.append(optimizer.param_groups[0]["momentum"])
    optimizer.step()
    if step < 19:  # it refuses a step beyond total_steps
        scheduler.step()
rates = np.array(rates)
peak_step = int(rates.argmax())
print("every fourth rate", rates[::4].round(4))
print("peak in step", peak_step)

# %% The momentum
assert np.isclose(momenta[0], 0.95)
assert np.isclose(momenta[peak_step], 0.85)
print(f"momentum {momenta[0]:.2f} to {momenta[peak_step]:.2f}")


def path(momentum, **arguments):
    w = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=momentum)
    scheduler = OneCycleLR(optimizer, 0.5, 20, **arguments)
    positions = []
    for step in range(20):
        w.grad = torch.ones(1)
        optimizer.step()
        if step < 19:
            scheduler.step()
        positions.append(w.item())
    return np.array(positions)


naive_path = path(0.9)
path_at_a_fixed_momentum = path(0.9, cycle_momentum=False)
path_without_momentum = path(0.0, cycle_momentum=False)
print(f"{naive_path[-1]:.2f}, {path_at_a_fixed_momentum[-1]:.2f}")
fig, ax = plt.subplots()
ax.plot(rates)
ax.set(title="One cycle of 20 steps", xlabel="step")
ax.set(ylabel="learning rate")
