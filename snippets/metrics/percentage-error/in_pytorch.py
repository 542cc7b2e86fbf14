"""The mean absolute percentage error in PyTorch."""

# %% Targets and outputs
import torch
from torchmetrics import MeanAbsolutePercentageError

targets = torch.tensor([1.0, 2.0, -4.0, 8.0])
outputs = torch.tensor([1.5, 1.5, -3.5, 8.5])

# %% The mean of error over target
naive = MeanAbsolutePercentageError()(outputs, targets)
percent = 100 * naive
print(f"{percent:.2f} %")

# %% A target of zero
targets = torch.tensor([0.0, 2.0, -4.0, 8.0])
outputs = torch.tensor([0.5, 1.5, -3.5, 8.5])
naive_with_a_zero = 100 * MeanAbsolutePercentageError()(
    outputs, targets
)
errors = (targets - outputs).abs()
with_a_zero = 100 * (errors / targets.abs().clamp(min=1e-7)).mean()
print(f"{naive_with_a_zero:.4g} %, {with_a_zero:.4g} %")

# %% Without that target
real = targets != 0
metric = MeanAbsolutePercentageError()
zeros_left_out = 100 * metric(outputs[real], targets[real])
print(f"{zeros_left_out:.2f} %")
