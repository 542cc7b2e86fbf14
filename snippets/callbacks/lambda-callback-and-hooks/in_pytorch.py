"""A function after each batch in PyTorch: a hook."""

# %% A model with one weight
import torch
from torch import nn

x, y = torch.ones(6, 1), torch.ones(6, 1)
model = nn.Linear(1, 1, bias=False)
nn.init.zeros_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

# %% Register the function
naive_losses = []


def remember(optimizer, args, kwargs):
    naive_losses.append(loss.item())


handle = optimizer.register_step_post_hook(remember)

# %% Train an epoch of three batches
for features, targets in zip(x.split(2), y.split(2), strict=True):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(features), targets)
    loss.backward()
    optimizer.step()
handle.remove()
weight_after_epoch = model.weight.item()
print("seen:", [f"{loss:.3f}" for loss in naive_losses])

# %% The loss of each batch
losses = naive_losses
print("losses:", [f"{loss:.3f}" for loss in losses])
