"""An optimizer for a module that learns its size later."""

# %% A layer without an input size
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(8, 4)).astype("float32"))
y = x.sum(1, keepdim=True)
model = nn.LazyLinear(1)

# %% An optimizer made too early
naive_held = len(list(model.parameters()))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
print("tensors held before the first call:", naive_held)

# %% The first call makes the weights
model(x)
held = len(list(model.parameters()))
print("tensors after it:", held)

# %% One step
nn.init.ones_(model.weight)
nn.init.zeros_(model.bias)
loss = nn.functional.mse_loss(model(x), 2 * y)
loss.backward()
optimizer.step()
weights_after_step = model.weight.T
