"""Stopping at a NaN in PyTorch: an if."""

# %% Five batches, the third with a NaN
import torch
from torch import nn

x, y = torch.ones(10, 1), torch.ones(10, 1)
x[4] = float("nan")
model = nn.Linear(1, 1, bias=False)
nn.init.zeros_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

# %% Train until the loss is not a number
batches_seen = 0
for features, targets in zip(x.split(2), y.split(2), strict=True):
    batches_seen += 1
    loss = nn.functional.mse_loss(model(features), targets)
    if not loss.isfinite():
        break
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print("batches seen:", batches_seen)

# %% What is left of the model
weights_still_finite = bool(model.weight.isfinite().all())
print("weights finite:", weights_still_finite)
assert weights_still_finite
