"""The loss of a batch in PyTorch: loss.item()."""

# %% A model and one batch
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(8, 3)).astype("float32"))
y = torch.from_numpy(rng.normal(size=(8, 1)).astype("float32"))


model = nn.Linear(3, 1, bias=False)
nn.init.ones_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

# %% Four steps
losses = []
for _ in range(4):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(x), y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
weights_after_training = model.weight.T
print("losses:", [f"{loss:.3f}" for loss in losses])

# %% The loss after the last step
with torch.no_grad():
    loss_afterwards = nn.functional.mse_loss(model(x), y).item()
assert loss_afterwards < losses[-1]
print(f"afterwards: {loss_afterwards:.3f}")
