"""Gaussian noise in PyTorch: a module you write."""

# %% The layer
import torch
from torch import nn

assert not hasattr(nn, "GaussianNoise")
assert not hasattr(nn, "GaussianDropout")


class GaussianNoise(nn.Module):
    def __init__(self, stddev):
        super().__init__()
        self.stddev = stddev

    def forward(self, x):
        if not self.training:
            return x
        return x + self.stddev * torch.randn_like(x)


# %% In training and at inference
torch.manual_seed(0)
x = torch.ones(100, 100)
layer = GaussianNoise(0.3)
noisy = layer(x)
noisy_in_training = bool((noisy != x).any())
at_inference = layer.eval()(x)[0]
deviation_near_0_3 = bool(abs(noisy.std() - 0.3) < 0.02)
assert torch.equal(at_inference, x[0])
assert deviation_near_0_3 and abs(noisy.mean() - 1) < 0.02
print("noisy in training:", noisy_in_training)

# %% Noise that multiplies
rate = 0.2
stddev = (rate / (1 - rate)) ** 0.5
product = 2 * x * (1 + stddev * torch.randn_like(x))
dropout_deviation = (product / (2 * x)).std()
dropout_deviation_near_0_5 = bool(
    abs(dropout_deviation - 0.5) < 0.02
)
assert dropout_deviation_near_0_5 and abs(stddev - 0.5) < 1e-9
print(f"standard deviation at rate {rate}: {stddev:.2f}")
