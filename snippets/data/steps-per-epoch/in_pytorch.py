"""Epochs of a given number of steps in a PyTorch loop."""

# %% Two batches of ten rows
from itertools import cycle, islice

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

x, y = torch.ones(20, 1), torch.ones(20, 1)
loader = DataLoader(TensorDataset(x, y), batch_size=10)


def train(epoch_of):
    """Three epochs; how many updates, and the mean losses."""
    model = nn.Linear(1, 1, bias=False)
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    updates, means = 0, []
    for _ in range(3):
        losses = []
        for inputs, targets in epoch_of():
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(model(inputs), targets)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        updates += len(losses)
        means.append(sum(losses) / len(losses))
    return updates, means


# %% Four steps of two batches
updates, losses = train(lambda: islice(loader, 4))
print(updates, "updates")
assert updates == 6

# %% Data that does not end
endless = cycle(loader)
updates_of_endless, losses_of_endless = train(
    lambda: islice(endless, 4)
)
print(updates_of_endless, "updates")
assert updates_of_endless == 12
