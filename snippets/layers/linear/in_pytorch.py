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
for drawn, bound in (fresh.weight, 0.999), (fresh.bias, 0.98):
    assert bound * limit < drawn.abs().max() <= limit
assert np.isclose(naive_kernel_std, limit / 3**0.5, rtol=0.003)
print(f"std: {naive_kernel_std:.4f}, bias {naive_bias_std:.4f}")
nn.init.xavier_uniform_(fresh.weight)
nn.init.zeros_(fresh.bias)
stds = [p.std().item() for p in (fresh.weight, fresh.bias)]
matched_kernel_std, matched_bias_std = stds

# %% Carry the weights over
layer = nn.Linear(4, 3)
with torch.no_grad():
    layer.weight.copy_(torch.from_numpy(kernel.T))  # (out, in)
    layer.bias.copy_(torch.from_numpy(bias))
x = torch.from_numpy(inputs).requires_grad_()
output = layer(x)
print(f"first output: {output[0, 0].item():.3f}")

# %% A square layer
square = torch.from_numpy(kernel[:3])
forgotten, transposed = nn.Linear(3, 3), nn.Linear(3, 3)
state = {"weight": square, "bias": torch.from_numpy(bias)}
forgotten.load_state_dict(state)  # fits, and is wrong
transposed.load_state_dict(state | {"weight": square.T})
with torch.no_grad():
    naive_square = forgotten(x[:, :3])
    matched_square = transposed(x[:, :3])

# %% Gradients of the weights and of the input
F.mse_loss(output, torch.from_numpy(target)).backward()
input_gradient = x.grad
weight_gradient = layer.weight.grad.T  # back to (in, out)
