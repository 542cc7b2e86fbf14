"""A frozen batch normalization in PyTorch: two switches."""

# %% Features that are not yet normalized
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
features = rng.normal(3.0, 2.0, size=(16, 4)).astype("float32")
x = torch.from_numpy(features)

# %% Freeze the layer, then run the model in training mode
layer = nn.BatchNorm1d(4)
layer.requires_grad_(False)
model = nn.Sequential(layer).train()
naive_output = model(x)
naive_running_mean = layer.running_mean.clone()
print(f"output, mean {naive_output.abs().mean():.3f}")
print(f"running mean {naive_running_mean[0]:.3f}")

# %% Freeze its statistics too
layer.reset_running_stats()
model.train()
layer.eval()  # undone by the next model.train()
output = model(x)
running_mean = layer.running_mean
assert not running_mean.any()
print(f"output, mean {output.abs().mean():.3f}")
model.train()
assert layer.training

# %% A base that is called for inference
base = nn.Sequential(nn.BatchNorm1d(4)).eval()
base(x)  # what its mode says holds in any loop
naive_statistics_stay = not base[0].running_mean.any()
print("statistics stay:", naive_statistics_stay)
