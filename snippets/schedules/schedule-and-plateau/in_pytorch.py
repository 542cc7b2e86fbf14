"""Change a scheduled rate in PyTorch: assign it."""

# %% A rate that is a number
import torch
from torch.optim.lr_scheduler import (
    ExponentialLR,
    ReduceLROnPlateau,
)

w = torch.nn.Parameter(torch.zeros(1))
optimizer = torch.optim.SGD([w], lr=0.1)
optimizer.param_groups[0]["lr"] = 0.05
print("rate", optimizer.param_groups[0]["lr"])

# %% A rate that follows a schedule
scheduler = ExponentialLR(optimizer, gamma=0.9)
for _ in range(2):
    optimizer.step()
    scheduler.step()
print(f"rate {optimizer.param_groups[0]['lr']:.4f}")

# %% Reduce it on a plateau
plateau = ReduceLROnPlateau(optimizer, factor=0.1, patience=0)
for loss in [1.0, 1.0]:
    plateau.step(loss)
rate = optimizer.param_groups[0]["lr"]
assert abs(rate - 0.05 * 0.9**2 * 0.1) < 1e-12
print(f"rate {rate:.5f}")
