"""The loss of an epoch in PyTorch: you choose the mean."""

# %% Ten samples in batches of four
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(10, 3)).astype("float32"))
y = torch.from_numpy(rng.normal(size=(10, 1)).astype("float32"))
model = nn.Linear(3, 1, bias=False)
nn.init.ones_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

# %% Train an epoch
losses, sizes = [], []
for features, targets in zip(x.split(4), y.split(4), strict=True):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(features), targets)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
    sizes.append(len(features))

# %% Its loss
naive_epoch_loss = np.mean(losses)
epoch_loss = np.average(losses, weights=sizes)
print(f"mean of the batch losses {naive_epoch_loss:.3f}")
print(f"weighted by size {epoch_loss:.3f}")

# %% The loss afterwards
with torch.no_grad():
    loss_after_epoch = nn.functional.mse_loss(model(x), y)
assert loss_after_epoch < epoch_loss
print(f"with the final weights {loss_after_epoch:.3f}")
