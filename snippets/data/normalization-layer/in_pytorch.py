"""Normalizing features in PyTorch: a module with buffers."""

# %% Features of different size
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
scale = [1.0, 20.0, 0.1]
x = torch.from_numpy(rng.normal(5.0, scale, size=(12, 3)))
new = torch.from_numpy(rng.normal(5.0, scale, size=(4, 3)))
x, new = x.float(), new.float()

# %% The first guess
naive = (x - x.mean(dim=0)) / x.std(dim=0)
print("largest, first guess", f"{naive.abs().max():.3f}")


# %% Statistics learned from the data
assert not [n for n in dir(nn) if hasattr(getattr(nn, n), "adapt")]


class Normalize(nn.Module):
    def __init__(self, features):
        super().__init__()
        self.register_buffer("mean", torch.zeros(features))
        self.register_buffer("std", torch.ones(features))

    def adapt(self, x):
        self.mean = x.mean(dim=0)
        self.std = x.std(dim=0, correction=0)

    def forward(self, x):
        return (x - self.mean) / self.std


normalize = Normalize(3)
normalize.adapt(x)
normalized, normalized_new_data = normalize(x), normalize(new)
print("largest", f"{normalized.abs().max():.3f}")
constant = Normalize(1)
constant.adapt(torch.full((4, 1), 5.0))
assert constant(torch.full((1, 1), 5.0)).isnan()  # 0 / 0

# %% They are saved but not trained
assert not list(normalize.parameters())
twin = Normalize(3)
twin.load_state_dict(normalize.state_dict())
restored = twin(new)
