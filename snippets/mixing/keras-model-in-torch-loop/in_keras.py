"""An ordinary training loop over a Keras model."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% Data and initial weights, made with NumPy
import keras
import numpy as np
import torch
from keras import layers
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(64, 4)).astype("float32"))
y = x.square().sum(1, keepdim=True)
w1 = rng.normal(0, 0.5, (4, 8)).astype("float32")
w2 = rng.normal(0, 0.5, (8, 1)).astype("float32")

# %% The model
first = layers.Dense(8, use_bias=False)
norm = layers.BatchNormalization()
last = layers.Dense(1, use_bias=False)
model = keras.Sequential(
    [keras.Input((4,)), first, norm, layers.ReLU(), last]
)
first.set_weights([w1])
last.set_weights([w2])

# %% The loop
optimizer = torch.optim.AdamW(model.parameters(), lr=0.05)
losses = []
for _ in range(3):
    for inputs, targets in DataLoader(TensorDataset(x, y), 16):
        optimizer.zero_grad()
        output = model(inputs, training=True)
        loss = nn.functional.mse_loss(output, targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
first_epoch, last_epoch = sum(losses[:4]) / 4, sum(losses[-4:]) / 4
print(f"mean loss {first_epoch:.3f} -> {last_epoch:.3f}")

# %% The weights afterwards
first_weights, last_weights = first.kernel, last.kernel
scale, running_mean = norm.gamma, norm.moving_mean
running_variance = norm.moving_variance
from_batches = running_variance - 0.99**12  # it began at 1
from_batches *= 16 / 15  # as of a sample of 16
