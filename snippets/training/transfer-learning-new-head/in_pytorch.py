"""A new head in PyTorch: assign a module."""

# %% A trained model for five classes
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(8, 3)).astype("float32"))
y = torch.tensor([0, 1, 1, 0, 1, 0, 0, 1])
body_kernel = rng.normal(size=(3, 6)).astype("float32")
head_kernel = rng.normal(size=(6, 2)).astype("float32")
model = nn.Sequential()
model.body = nn.Sequential(nn.Linear(3, 6, bias=False), nn.ReLU())
model.head = nn.Linear(6, 5)
model.body[0].weight.data = torch.from_numpy(body_kernel.T)

# %% Replace the head by one for two classes
model.requires_grad_(False)
model.head = nn.Linear(6, 2, bias=False)
model.head.weight.data = torch.from_numpy(head_kernel.T)
features = model.body(x)
print("outputs:", model(x).shape[1])

# %% Train the head
optimizer = torch.optim.SGD(model.head.parameters(), lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y)
    loss.backward()
    optimizer.step()
head_after_training = model.head.weight.T
output = model(x)
assert torch.equal(model.body(x), features)
print(f"loss before the last step {loss:.3f}")
