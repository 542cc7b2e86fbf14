"""Gradient accumulation in PyTorch: backward adds up."""

# %% Four batches of a linear regression
import numpy as np
import torch
from torch import nn
from torch.nn.functional import mse_loss

rng = np.random.default_rng(0)
x, y, start = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(16, 4), (16, 1), (4, 1)]
)


def train(size, steps=1, divisor=1, decay=1.0, rows=16):
    model = nn.Linear(4, 1, bias=False)
    with torch.no_grad():
        model.weight.copy_(start.T)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    schedule = torch.optim.lr_scheduler.ExponentialLR(
        optimizer, decay
    )
    parts = x[:rows].split(size), y[:rows].split(size)
    batches = zip(*parts, strict=True)
    for number, (inputs, targets) in enumerate(batches, 1):
        loss = mse_loss(model(inputs), targets) / divisor
        loss.backward()
        if number % steps == 0:
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
    return model.weight.detach().T.clone()


# %% Accumulate two batches
naive = train(4, steps=2)
print(f"norm of the weights {naive.norm():.3f}")

# %% Average two batches
accumulated = train(4, steps=2, divisor=2)
print(f"norm of the weights {accumulated.norm():.3f}")

# %% The same as batches twice as large
large_batches = train(8)
assert torch.allclose(accumulated, large_batches)
assert not torch.allclose(naive, large_batches)

# %% A smaller last batch
ragged = train(4, steps=2, divisor=2, rows=6)  # batches of 4 and 2
assert not torch.allclose(ragged, train(6, rows=6), rtol=1e-3)
print(f"norm of the weights {ragged.norm():.3f}")

# %% Halve the rate after each update
naive_schedule = train(4, steps=2, divisor=2, decay=0.5)
schedule = naive_schedule  # a step of the schedule per update
assert torch.allclose(schedule, train(8, decay=0.5))
print(f"norm of the weights {schedule.norm():.3f}")
