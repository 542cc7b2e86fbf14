"""A linear layer in PyTorch: initialisation, layout, gradients."""

# %% The same data and weights
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

rng = np.random.default_rng(0)
inputs = rng.normal(size=(2, 4)).astype("float32")
target = rng.normal(size=(2, 3)).astype("float32")
kernel = rng.normal(size=(4, 3)).astype("float32")  # (in, out)
bias = rng.normal(size=3).astype("float32")

# %% What a fresh layer holds
torch.manual_seed(0)
fresh = nn.Linear(1000, 1000)
stds = [p.std().item() for p in (fresh.weight, fresh.bias)]
naive_kernel_std, naive_bias_std = stds
limit = 1 / 1000**0.5  # fan_in alone, and for both
assert np.isclose(naive_kernel_std, limit / 3**0.5, rtol=0.01)
assert np.isclose(naive_bias_std, limit / 3**0.5, rtol=0.05)
print(f"std: {naive_kernel_std:.4f}, bias {naive_bias_std:.4f}")

# %% Carry the weights over
layer = nn.Linear(4, 3)
with torch.no_grad():
    layer.weight.copy_(torch.from_numpy(kernel.T))  # (out, in)
    layer.bias.copy_(torch.from_numpy(bias))
x = torch.from_numpy(inputs).requires_grad_()
output = layer(x)
by_row = torch.vmap(layer)(x)
print(f"first output: {output[0, 0].item():.3f}")

# %% Gradients of the weights and of the input
F.mse_loss(output, torch.from_numpy(target)).backward()
input_gradient = x.grad.flatten()
weight_gradient = layer.weight.grad.T  # back to (in, out)
