"""A learning rate for each epoch in PyTorch: a factor."""

# %% A schedule
import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR


def schedule(epoch):
    return 0.1 * 0.5**epoch


def train(function):
    model = nn.Linear(1, 1, bias=False)
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = LambdaLR(optimizer, function)
    rates = []
    for _ in range(4):
        rates += scheduler.get_last_lr()
        optimizer.zero_grad()
        (model(torch.ones(1, 1)) - 1).square().sum().backward()
        optimizer.step()
        scheduler.step()  # after the epoch
    return rates, model.weight.item()


# %% Hand it over as it is
naive_rates, _ = train(schedule)
print("rates:", [f"{rate:.4f}" for rate in naive_rates])

# %% Hand over what is meant
rates, weight = train(lambda epoch: schedule(epoch) / 0.1)
print("rates:", [f"{rate:.4f}" for rate in rates])
print(f"weight {weight:.4f}")
