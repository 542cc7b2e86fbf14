"""Orthogonal initialization in PyTorch: which axis."""

# %% A dense layer's weight: 20 inputs, 8 units
import torch
from torch.nn import init

torch.manual_seed(0)
weight = init.orthogonal_(torch.empty(8, 20))
dense_products = weight @ weight.T
assert torch.allclose(dense_products, torch.eye(8), atol=1e-5)

init.orthogonal_(weight, gain=2.0)
dense_products_gain_2 = weight @ weight.T
wide = init.orthogonal_(torch.empty(8, 3))  # 3 inputs, 8 units
products_of_inputs = wide.T @ wide
assert not torch.allclose(wide @ wide.T, torch.eye(8), atol=1e-5)
print(f"gain 2: {dense_products_gain_2[0, 0]:.2f}")

# %% A convolution's kernel: 4 inputs, 8 outputs
kernel = init.orthogonal_(torch.empty(8, 4, 3, 3))
channels = kernel.flatten(1)
convolution_products = channels @ channels.T
assert torch.allclose(convolution_products, torch.eye(8), atol=1e-5)

# %% The kernel in the layout of Keras
kernel = init.orthogonal_(torch.empty(3, 3, 4, 8))
channels = kernel.reshape(-1, 8)
naive_keras_layout_is_orthogonal = torch.allclose(
    channels.T @ channels, torch.eye(8), atol=1e-5
)
print("orthogonal:", naive_keras_layout_is_orthogonal)
refused = False
try:
    init.orthogonal_(torch.empty(8, 20, dtype=torch.bfloat16))
except NotImplementedError:
    refused = True
assert refused
