"""Pearson correlation in PyTorch: corrcoef."""

# %% Targets and outputs, three numbers a sample
import numpy as np
import torch

rng = np.random.default_rng(0)
targets = rng.normal(size=(60, 3)) + np.arange(60)[:, None] / 20
outputs = targets + rng.normal(size=(60, 3)) + [0, 3, 6]
targets = torch.from_numpy(targets.astype("float32"))
outputs = torch.from_numpy(outputs.astype("float32"))


# %% The correlation of each column
def correlation_of(y, out):
    columns = zip(y.T, out.T, strict=True)
    pairs = [torch.corrcoef(torch.stack(c))[0, 1] for c in columns]
    return torch.stack(pairs).mean()


naive = correlation = correlation_of(targets, outputs)
print(f"correlation {correlation.item():.3f}")

# %% In three batches
batches = zip(targets.split(20), outputs.split(20), strict=True)
values = [correlation_of(y, out) for y, out in batches]
mean_of_batches = torch.stack(values).mean()
naive_over_batches = correlation
print(f"mean of batches {mean_of_batches.item():.3f}")
