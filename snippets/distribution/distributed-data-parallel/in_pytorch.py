"""DistributedDataParallel over a PyTorch module."""

# %% A process group of one process
import numpy as np
import torch
import torch.distributed as dist
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
first = nn.Linear(4, 8, bias=False)
norm = nn.BatchNorm1d(8, eps=1e-3)
last = nn.Linear(8, 1, bias=False)
first.weight.data = torch.from_numpy(w1.T.copy())
last.weight.data = torch.from_numpy(w2.T.copy())
model = nn.Sequential(first, norm, last)

# %% Wrap it
parallel = DistributedDataParallel(model)
trainable = [p for p in parallel.parameters() if p.requires_grad]
buffers = len(list(parallel.buffers()))
naive_statistics_are_buffers = buffers > 0
print(len(trainable), "trained,", buffers, "buffers")

# %% Train through the wrapper
optimizer = torch.optim.SGD(trainable, lr=0.02)
losses = []
for _ in range(10):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(parallel(x), y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
print(f"loss {losses[0]:.3f} -> {losses[-1]:.3f}")
first_weights, last_weights = first.weight.T, last.weight.T
dist.destroy_process_group()
