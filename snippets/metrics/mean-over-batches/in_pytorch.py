"""The mean over an epoch in PyTorch: what a metric weighs."""

# %% Ten samples in batches of four
import numpy as np
import torch
from torch.nn.functional import mse_loss
from torchmetrics import MeanMetric, MeanSquaredError

rng = np.random.default_rng(0)
targets = rng.normal(size=(10, 1)).astype("float32")
targets[8:] += 5  # the last two are hard
targets = torch.from_numpy(targets)
outputs = torch.zeros(10, 1)
pairs = zip(targets.split(4), outputs.split(4), strict=True)
batches = list(pairs)
assert [len(y) for y, _ in batches] == [4, 4, 2]

# %% The mean of the batch means
mean, weighted = MeanMetric(), MeanMetric()
for y, out in batches:
    loss = mse_loss(out, y)
    mean.update(loss)
    weighted.update(loss, weight=len(y))
mean_of_batch_means = mean.compute()
naive_epoch_loss = mean_of_batch_means
print(f"mean of means {mean_of_batch_means:.3f}")

# %% The mean over the samples
mean_over_samples = weighted.compute()
epoch_loss = MeanSquaredError()
for y, out in batches:
    epoch_loss.update(out, y)
assert torch.isclose(epoch_loss.compute(), mean_over_samples)
assert mean_over_samples < mean_of_batch_means - 0.5
print(f"mean over samples {mean_over_samples:.3f}")

# %% Roots
root = MeanSquaredError(squared=False)
of_each_batch = [root(out, y) for y, out in batches]
mean_of_batch_roots = torch.stack(of_each_batch).mean()
root_of_the_mean = root.compute()
assert abs(mean_of_batch_roots - root_of_the_mean) > 0.05
print(f"mean of roots {mean_of_batch_roots:.3f}")
print(f"root of the mean {root_of_the_mean:.3f}")
