"""The mean over an epoch in PyTorch: add sums, divide once."""

# %% Ten samples in batches of four
import numpy as np
import torch
from torch.nn.functional import mse_loss

rng = np.random.default_rng(0)
targets = rng.normal(size=(10, 1)).astype("float32")
targets[8:] += 5  # the last two are hard
targets = torch.from_numpy(targets)
outputs = torch.zeros(10, 1)
pairs = zip(targets.split(4), outputs.split(4), strict=True)
batches = list(pairs)
assert [len(y) for y, _ in batches] == [4, 4, 2]

# %% The mean of the batch means
losses = torch.stack([mse_loss(out, y) for y, out in batches])
mean_of_batch_means = losses.mean()
print(f"mean of means {mean_of_batch_means.item():.3f}")

# %% The mean over the samples
total = 0.0
for y, out in batches:
    total += mse_loss(out, y, reduction="sum").item()
mean_over_samples = total / len(targets)
assert abs(mean_over_samples - mean_of_batch_means) > 0.5
print(f"mean over samples {mean_over_samples:.3f}")

# %% Roots
mean_of_batch_roots = losses.sqrt().mean()
root_of_the_mean = mean_over_samples**0.5
assert abs(mean_of_batch_roots - root_of_the_mean) > 0.05
print(f"mean of roots {mean_of_batch_roots.item():.3f}")
print(f"root of the mean {root_of_the_mean:.3f}")
