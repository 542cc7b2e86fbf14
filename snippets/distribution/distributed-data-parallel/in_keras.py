"""DistributedDataParallel over a Keras model (torch backend)."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% A process group of one process
import keras
import numpy as np
import torch
import torch.distributed as dist
from keras import layers
from torch import nn
from torch.nn.parallel import DistributedDataParallel

dist.init_process_group(
    "gloo", store=dist.HashStore(), rank=0, world_size=1
)

# %% Data, a model, initial weights
rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(16, 4)).astype("float32"))
y = x.square().sum(1, keepdim=True)
w1 = rng.normal(0, 0.5, (4, 8)).astype("float32")
w2 = rng.normal(0, 0.5, (8, 1)).astype("float32")
first = layers.Dense(8, use_bias=False)
norm = layers.BatchNormalization()
last = layers.Dense(1, use_bias=False)
model = keras.Sequential([keras.Input((4,)), first, norm, last])
first.set_weights([w1])
last.set_weights([w2])

# %% Wrap it
parallel = DistributedDataParallel(model)
assert not hasattr(parallel, "fit")
trainable = [p for p in parallel.parameters() if p.requires_grad]
buffers = len(list(parallel.buffers()))
naive_statistics_are_buffers = buffers > 0
assert not norm.moving_mean.value.requires_grad
assert len(list(parallel.parameters())) == len(trainable) + 2
print(len(trainable), "trained,", buffers, "buffers")

# %% Train through the wrapper
optimizer = torch.optim.SGD(trainable, lr=0.02)
losses = []
for _ in range(10):
    optimizer.zero_grad()
    output = parallel(x, training=True)
    loss = nn.functional.mse_loss(output, y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
print(f"loss {losses[0]:.3f} -> {losses[-1]:.3f}")
first_weights, last_weights = first.kernel, last.kernel
dist.destroy_process_group()
assert parallel.module is model

# Two devices for fit: accepted on torch, and without effect.
spread = keras.distribution.DataParallel(devices=["cpu:0", "cpu:1"])
keras.distribution.set_distribution(spread)
other = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
other.compile("sgd", "mse")
other.fit(x, y, verbose=0)
try:
    keras.distribution.list_devices()
except AttributeError as error:
    print("keras.distribution:", type(error).__name__)
