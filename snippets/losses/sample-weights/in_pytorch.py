"""Sample weights in PyTorch."""

# %% A linear model and a weight for each sample
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

rng = np.random.default_rng(0)
features = rng.normal(size=(4, 5)).astype("float32")
kernel = rng.normal(size=(5, 2)).astype("float32")
targets = rng.normal(size=(4, 2)).astype("float32")
targets = torch.from_numpy(targets)
weights = torch.tensor([1.0, 2.0, 0.0, 5.0])

model = nn.Linear(5, 2, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
outputs = model(torch.from_numpy(features))

# %% The weighted loss
per_element = weights.unsqueeze(1).expand_as(outputs)
naive = F.mse_loss(outputs, targets, weight=per_element)
doubled = F.mse_loss(outputs, targets, weight=2 * per_element)
assert torch.isclose(doubled, naive)
print(f"weighted loss {naive.item():.4f}")

# %% Divide by the sum of the weights
matched = naive
each = F.mse_loss(outputs, targets, reduction="none").mean(1)
by_hand = (weights * each).sum() / weights.sum()
assert torch.isclose(matched, by_hand)
nothing = F.mse_loss(outputs, targets, weight=0 * per_element)
assert nothing.isnan()
print(f"weighted mean {matched.item():.4f}")

# %% The gradient of the weights
matched.backward()
kernel_gradient = model.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
