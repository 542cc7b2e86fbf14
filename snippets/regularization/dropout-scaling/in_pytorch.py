"""Dropout in PyTorch: kept values are scaled up."""

# %% Sequences of ones
import torch
from torch import nn

torch.manual_seed(0)
ones = torch.ones(100, 10, 20)  # samples, steps, features

# %% The values that come out
dropped = nn.Dropout(0.2)(ones)
values_in_training = dropped.unique()
assert torch.allclose(values_in_training, torch.tensor([0, 1.25]))
assert abs(dropped.mean() - 1) < 0.018
print("training: ", values_in_training.tolist())

values_at_inference = nn.Dropout(0.2).eval()(ones).unique()
values_at_rate_one = nn.Dropout(1.0)(ones).unique()
print("inference:", values_at_inference.tolist())
print("rate 1:   ", values_at_rate_one.tolist())

# %% One mask for all steps of a sample
mask = nn.Dropout(0.2)(torch.ones(100, 1, 20))
shared = ones * mask
same_mask_in_every_step = bool((shared == shared[:, :1]).all())
assert not (dropped == dropped[:, :1]).all()
print("same mask in every step:", same_mask_in_every_step)
