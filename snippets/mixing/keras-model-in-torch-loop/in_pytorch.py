"""An ordinary training loop over an nn.Module."""

# %% Data and initial weights, made with NumPy
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(64, 4)).astype("float32"))
y = x.square().sum(1, keepdim=True)
w1 = rng.normal(0, 0.5, (4, 8)).astype("float32")
w2 = rng.normal(0, 0.5, (8, 1)).astype("float32")

# %% The model
model = nn.Sequential(
    nn.Linear(4, 8, bias=False),
    nn.BatchNorm1d(8, eps=1e-3, momentum=0.01),
    nn.ReLU(),
    nn.Linear(8, 1, bias=False),
)
model[0].weight.data = torch.from_numpy(w1.T.copy())
model[3].weight.data = torch.from_numpy(w2.T.copy())

# %% The loop
optimizer = torch.optim.AdamW(model.parameters(), lr=0.05)
losses = []
for _ in range(3):
    for inputs, targets in DataLoader(TensorDataset(x, y), 16):
        optimizer.zero_grad()
        output = model(inputs)
        loss = nn.functional.mse_loss(output, targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
first_epoch, last_epoch = sum(losses[:4]) / 4, sum(losses[-4:]) / 4
print(f"mean loss {first_epoch:.3f} -> {last_epoch:.3f}")

# %% The weights afterwards
first_weights, last_weights = model[0].weight.T, model[3].weight.T
scale, running_mean = model[1].weight, model[1].running_mean
running_variance = model[1].running_var
from_batches = running_variance - 0.99**12  # it began at 1
