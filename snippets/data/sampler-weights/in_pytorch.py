"""Drawing rare classes more often in PyTorch: a sampler."""

# %% One class is rare
import numpy as np
import torch
from torch.utils.data import (
    DataLoader,
    TensorDataset,
    WeightedRandomSampler,
)

torch.manual_seed(0)
labels = np.repeat([0, 1], [1900, 100])
share_stored = labels.mean()
print(f"stored: {share_stored:.0%} of class one")

# %% A weight for each sample
weights = 1 / np.bincount(labels)[labels]

# %% Draw with these weights
sampler = WeightedRandomSampler(weights, num_samples=2000)
data = TensorDataset(torch.from_numpy(labels))
loader = DataLoader(data, batch_size=100, sampler=sampler)

# %% What an epoch contains
drawn = torch.cat([batch for (batch,) in loader])
drawn_per_epoch = len(drawn)
share = drawn.double().mean().item()
balanced = 0.45 < share < 0.55
print(f"drawn: {drawn_per_epoch}, about half? {balanced}")
