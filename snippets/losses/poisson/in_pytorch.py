"""The Poisson loss in PyTorch: of the rate's logarithm."""

# %% A model that predicts rates
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 1)).astype("float32")
counts = rng.poisson(2.0, size=(6, 1)).astype("float32")
counts = torch.from_numpy(counts)

model = nn.Linear(5, 1, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
log_rates = model(torch.from_numpy(features))
rates = log_rates.exp()

# %% The default loss of the rates
naive = nn.PoissonNLLLoss()(rates, counts)
poisson = nn.PoissonNLLLoss(log_input=False)
loss = poisson(rates, counts)
of_logs = nn.PoissonNLLLoss()(log_rates, counts)
assert torch.isclose(loss, of_logs)
print(f"default {naive.item():.3g}, of rates {loss.item():.4f}")

# %% One event where the predicted rate is zero
zero, one = torch.zeros(1, 1), torch.ones(1, 1)
naive_zero_rate = poisson(zero, one)
same_eps = nn.PoissonNLLLoss(log_input=False, eps=1e-7)
zero_rate = same_eps(zero, one)
print(f"{naive_zero_rate.item():.2f}, {zero_rate.item():.2f}")

# %% The gradient of the weights
of_logs.backward()  # the form that needs no epsilon
kernel_gradient = model.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
