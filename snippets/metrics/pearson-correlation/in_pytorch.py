"""Pearson correlation in PyTorch: TorchMetrics keeps sums."""

# %% Targets and outputs, three numbers a sample
import numpy as np
import torch
from torchmetrics import PearsonCorrCoef

rng = np.random.default_rng(0)
targets = rng.normal(size=(60, 3)) + np.arange(60)[:, None] / 20
outputs = targets + rng.normal(size=(60, 3)) + [0, 3, 6]
targets = torch.from_numpy(targets.astype("float32"))
outputs = torch.from_numpy(outputs.astype("float32"))

# %% The correlation of each column
metric = PearsonCorrCoef(num_outputs=3)
naive = correlation = metric(outputs, targets).mean()
columns = torch.stack([targets[:, 0], outputs[:, 0]])
core = torch.corrcoef(columns)[0, 1]
assert torch.isclose(metric.compute()[0], core)
print(f"correlation {correlation:.3f}")

# %% In three batches
metric.reset()
batches = zip(outputs.split(20), targets.split(20), strict=True)
of_each_batch = [metric(out, y) for out, y in batches]
naive_over_batches = metric.compute().mean()
assert torch.isclose(naive_over_batches, correlation, rtol=1e-4)
mean_of_batches = torch.stack(of_each_batch).mean()
print(f"three batches {naive_over_batches:.3f}")
print(f"mean of batches {mean_of_batches:.3f}")
