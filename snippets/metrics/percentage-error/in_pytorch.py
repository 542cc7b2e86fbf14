"""The mean absolute percentage error in PyTorch."""

# %% Targets and outputs
import torch

targets = torch.tensor([1.0, 2.0, -4.0, 8.0])
outputs = torch.tensor([1.5, 1.5, -3.5, 8.5])

# %% The mean of error over target
error = (targets - outputs).abs()
naive = (error / targets.abs()).mean()
percent = 100 * naive
print(f"{percent.item():.2f} %")

# %% A target of zero
targets = torch.tensor([0.0, 2.0, -4.0, 8.0])
outputs = torch.tensor([0.5, 1.5, -3.5, 8.5])
error = (targets - outputs).abs()
naive_is_finite = bool((error / targets.abs()).mean().isfinite())
assert not naive_is_finite
share = error / targets.abs().clamp(min=1e-7)
assert torch.isclose(100 * share[0], torch.tensor(5e8))
with_a_zero = 100 * share.mean()
print(f"{with_a_zero.item():.4g} %")

# %% Without that target
zeros_left_out = 100 * share[targets != 0].mean()
print(f"{zeros_left_out.item():.2f} %")
