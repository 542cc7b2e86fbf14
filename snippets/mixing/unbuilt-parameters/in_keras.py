"""A PyTorch optimizer for a Keras layer that is not built."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% A layer without an input size
import numpy as np
import torch
from keras import layers
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(8, 4)).astype("float32"))
y = x.sum(1, keepdim=True)
model = layers.Dense(1)

# %% An optimizer made too early
naive_held = len(list(model.parameters()))
try:
    torch.optim.SGD(model.parameters(), lr=0.1)
except ValueError as error:
    print(error)
print("tensors held before the first call:", naive_held)

# %% The first call makes the weights
model(x)  # or model.build(x.shape)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
held = len(list(model.parameters()))
print("tensors after it:", held)

# %% One step
model.set_weights([np.ones((4, 1)), np.zeros(1)])
loss = nn.functional.mse_loss(model(x), 2 * y)
loss.backward()
optimizer.step()
weights_after_step = model.kernel
