"""Gaussian noise in PyTorch: a module you write."""

# %% The layer
import torch
from torch import nn

assert not [name for name in dir(nn) if "noise" in name.lower()]
found = [name for name in dir(nn) if "gauss" in name.lower()]
assert found == ["GaussianNLLLoss"]  # a loss, no noise


class GaussianNoise(nn.Module):
    def __init__(self, stddev):
        super().__init__()
        self.stddev = stddev

    def forward(self, x):
        if not self.training:
            return x
        return x + self.stddev * torch.randn_like(x)


class GaussianDropout(nn.Module):
    def __init__(self, rate):
        super().__init__()
        self.stddev = (rate / (1 - rate)) ** 0.5

    def forward(self, x):
        if not self.training:
            return x
        return x * (1 + self.stddev * torch.randn_like(x))


# %% In training and at inference
torch.manual_seed(0)
x = torch.full((5000, 400), 3.0)
layer = GaussianNoise(0.3)
noise = layer(x) - x
deviation = noise.std()
assert abs(noise.mean()) < 5 * 0.3 / noise.numel() ** 0.5
at_inference = layer.eval()(x)[0]
print(f"standard deviation: {deviation:.2f}")

# %% Noise that multiplies
layer = GaussianDropout(0.2)
factor = layer(x) / x
dropout_deviation, mean_factor = factor.std(), factor.mean()
dropout_at_inference = layer.eval()(x)[0]
print(f"standard deviation of the factor: {dropout_deviation:.2f}")
