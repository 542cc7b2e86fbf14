"""The R2 score in PyTorch: two sums of squares."""

# %% Two targets of different spread
import numpy as np
import torch

rng = np.random.default_rng(0)
targets = rng.normal(size=(100, 2)) * [1, 3] + [0, 2]
outputs = targets + rng.normal(size=(100, 2))
targets = torch.from_numpy(targets.astype("float32"))
outputs = torch.from_numpy(outputs.astype("float32"))

# %% One quotient, or one for each column
residuals = (targets - outputs).square()
variance = targets.var(correction=0)
naive_all_numbers = 1 - residuals.mean() / variance

variances = targets.var(0, correction=0)
scores = 1 - residuals.mean(0) / variances
mean_of_columns = scores.mean()
weighted_by_variance = 1 - residuals.mean() / variances.mean()
print(f"all numbers {naive_all_numbers.item():.3f}")
print(f"mean of columns {mean_of_columns.item():.3f}")
print(f"weighted {weighted_by_variance.item():.3f}")

# %% Targets near 100,000
large = targets[:, 0].mul(8).round() / 8 + 100_000  # exact
outputs = large + 0.5
residuals = (large - outputs).square()
naive_large_targets = 1 - residuals.mean() / large.var(correction=0)
print(f"R2 {naive_large_targets.item():.3f}")

# %% Subtract one constant
variance = (large - 100_000).var(correction=0)
large_targets_centred = 1 - residuals.mean() / variance
assert torch.isclose(
    large_targets_centred, naive_large_targets, rtol=1e-3
)
