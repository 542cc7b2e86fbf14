"""Resuming a training in PyTorch: save three things."""

# %% A training that can be interrupted
from pathlib import Path

import torch
from torch import nn


def train(path, stop_after=None):
    model = nn.Linear(1, 1, bias=False)
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.SGD(
        model.parameters(), lr=0.1, momentum=0.9
    )
    first, path = 0, Path(path)
    if path.exists():
        saved = torch.load(path)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        first = saved["epoch"]
    for epoch in range(first, 4):
        if epoch == stop_after:
            break
        optimizer.zero_grad()
        (model(torch.ones(1, 1)) - 1).square().sum().backward()
        optimizer.step()
        state = {
            "model": model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "epoch": epoch + 1,
        }
        torch.save(state, path)
    return 4 - first, model.weight.item()


# %% Without interruption
_, uninterrupted_weight = train("whole.pt")
print(f"uninterrupted {uninterrupted_weight:.4f}")

# %% Interrupted after two epochs, then resumed
train("backup.pt", stop_after=2)
epochs_after_resuming, resumed_weight = train("backup.pt")
assert resumed_weight == uninterrupted_weight
print(f"resumed {resumed_weight:.4f}")
print("epochs after resuming:", epochs_after_resuming)
