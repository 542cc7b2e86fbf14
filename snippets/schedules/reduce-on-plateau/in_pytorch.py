"""Reduce on plateau in PyTorch: more than patience epochs."""

# %% The rates after each epoch's loss
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau


def rates_after(losses, **arguments):
    w = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([w], lr=0.8)
    scheduler = ReduceLROnPlateau(
        optimizer, "min", 0.5, **arguments
    )
    rates = []
    for loss in losses:
        scheduler.step(loss)
        rates += scheduler.get_last_lr()
    return rates


# %% A loss that stays: patience
flat = [4.0] * 7
naive_patience = patience = rates_after(flat, patience=2)
assert naive_patience[2] == 0.8 and naive_patience[3] == 0.4
print("patience 2:", naive_patience)

# %% A loss that falls slowly: the threshold
slow = [4.0, 3.7, 3.4, 3.1, 2.8]
naive_threshold = rates_after(slow, patience=0, threshold=0.1)
threshold = rates_after(
    slow, patience=0, threshold=0.1, threshold_mode="abs"
)
print("threshold 0.1:", naive_threshold)
print("and absolute:", threshold)

# %% Again and again: the cooldown
naive_cooldown = cooldown = rates_after(
    flat, patience=0, cooldown=1
)
print("cooldown 1:", naive_cooldown)
