"""Early stopping written by hand in PyTorch."""

# %% Few noisy rows, many columns
import copy

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(60, 20)).astype("float32"))
noise = torch.from_numpy(
    rng.normal(0, 2, (60, 1)).astype("float32")
)
y = x[:, :1] + noise
x_train, x_val = x.split(30)
y_train, y_val = y.split(30)

# %% A linear model that starts at zero
model = nn.Linear(20, 1)
nn.init.zeros_(model.weight)
nn.init.zeros_(model.bias)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)

# %% Train until 3 epochs bring no improvement
best_val_loss, best_epoch, waited = float("inf"), 0, 0
for epoch in range(100):
    optimizer.zero_grad()
    F.mse_loss(model(x_train), y_train).backward()
    optimizer.step()
    with torch.no_grad():
        val_loss = F.mse_loss(model(x_val), y_val).item()
    waited += 1
    if val_loss < best_val_loss:
        best_val_loss, best_epoch, waited = val_loss, epoch, 0
        best_weights = copy.deepcopy(model.state_dict())
    if waited >= 3:
        break
epochs_run = epoch + 1

# %% Back to the best weights
uncopied = model.state_dict()
model.load_state_dict(best_weights)
assert torch.equal(uncopied["weight"], best_weights["weight"])
best_kernel = model.weight.T
print("epochs run:", epochs_run, "best:", best_epoch + 1)
print(f"best validation loss {best_val_loss:.3f}")
