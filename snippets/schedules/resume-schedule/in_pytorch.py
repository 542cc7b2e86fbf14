"""Resume a schedule in PyTorch: the scheduler has a state."""

# %% Six steps without a break
import numpy as np
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def start():
    w = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([w], lr=0.1)
    return optimizer, CosineAnnealingLR(optimizer, T_max=8)


def train(optimizer, scheduler, steps):
    rates = []
    for _ in range(steps):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return np.array(rates)


uninterrupted = train(*start(), steps=6)
print(uninterrupted.round(4))

# %% Three steps, a checkpoint, three steps
optimizer, scheduler = start()
train(optimizer, scheduler, steps=3)
torch.save(
    [optimizer.state_dict(), scheduler.state_dict()], "state.pt"
)

# %% Resume with the optimizer alone
state, schedule_state = torch.load("state.pt")
optimizer, scheduler = start()
optimizer.load_state_dict(state)
naive_resumed = train(optimizer, scheduler, steps=3)
print(naive_resumed.round(4))

# %% Resume with all that counts steps
optimizer, scheduler = start()
optimizer.load_state_dict(state)
scheduler.load_state_dict(schedule_state)
resumed = train(optimizer, scheduler, steps=3)
assert np.allclose(resumed, uninterrupted[3:])
print(resumed.round(4))
