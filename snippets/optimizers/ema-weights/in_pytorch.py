"""Averaged weights in PyTorch: a second model."""

# %% Four steps of a linear regression
import numpy as np
import torch
from torch import nn
from torch.nn.functional import mse_loss
from torch.optim import swa_utils

rng = np.random.default_rng(0)
x, y, start = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(16, 4), (16, 1), (4, 1)]
)


def train(**decay):
    model = nn.Linear(4, 1, bias=False)
    with torch.no_grad():
        model.weight.copy_(start.T)
    mean = swa_utils.get_ema_multi_avg_fn(**decay)
    averaged = swa_utils.AveragedModel(model, multi_avg_fn=mean)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for inputs, targets in zip(x.split(4), y.split(4), strict=True):
        optimizer.zero_grad()
        mse_loss(model(inputs), targets).backward()
        optimizer.step()
        averaged.update_parameters(model)
    return model, averaged


def weight_of(model):
    return model.weight.detach().T


# %% The default decay
naive = weight_of(train()[1].module)
assert naive.equal(weight_of(train(decay=0.999)[1].module))
print(f"norm of the average {naive.norm():.3f}")

# %% The weights and their average
model, averaged = train(decay=0.9)
weights = weight_of(model)
average = weight_of(averaged.module)
print(f"norm of the weights {weights.norm():.3f}")
print(f"norm of the average {average.norm():.3f}")

# %% Which weights give the loss
with torch.no_grad():
    validation_loss = mse_loss(model(x), y).item()
    loss_of_average = mse_loss(averaged(x), y).item()
print(f"the model: {validation_loss:.3f}")
print(f"its average: {loss_of_average:.3f}")

# %% Where the average starts
model = nn.Linear(4, 1)
averaged = swa_utils.AveragedModel(
    model, multi_avg_fn=swa_utils.get_ema_multi_avg_fn(0.9)
)
nn.init.ones_(model.weight)  # the first step
averaged.update_parameters(model)
assert weight_of(averaged.module).eq(1).all()
