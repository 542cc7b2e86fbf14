"""The R2 score in PyTorch: TorchMetrics, or two means."""

# %% Two targets of different spread
import numpy as np
import torch
from torchmetrics import R2Score

rng = np.random.default_rng(0)
targets = rng.normal(size=(100, 2)) * [1, 3] + [0, 2]
outputs = targets + rng.normal(size=(100, 2))
targets = torch.from_numpy(targets.astype("float32"))
outputs = torch.from_numpy(outputs.astype("float32"))

# %% One quotient, or one for each column
residuals = (targets - outputs).square()
variance = targets.var(correction=0)
naive_all_numbers = 1 - residuals.mean() / variance

mean_of_columns = R2Score()(outputs, targets)
weighted = R2Score(multioutput="variance_weighted")
weighted_by_variance = weighted(outputs, targets)
print(f"all numbers {naive_all_numbers:.3f}")
print(f"mean of columns {mean_of_columns:.3f}")
print(f"weighted {weighted_by_variance:.3f}")

# %% Targets near 100,000
large = targets[:, 0].mul(8).round() / 8 + 100_000  # exact
outputs = large + 0.5
residuals = (large - outputs).square()
naive_large_targets = 1 - residuals.mean() / large.var(correction=0)
with_torchmetrics = R2Score()(outputs, large)
assert abs(with_torchmetrics - naive_large_targets) > 0.1
print(f"R2 {naive_large_targets:.3f}")

# %% Subtract one constant
shifted = R2Score()(outputs - 100_000, large - 100_000)
large_targets_centred = shifted
assert torch.isclose(shifted, naive_large_targets, rtol=1e-3)
print(f"R2 {shifted:.3f}")
