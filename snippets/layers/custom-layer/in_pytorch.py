"""A custom layer with weights in PyTorch."""

# %% Data and initial weights, made with NumPy
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(32, 6)).astype("float32"))
y = torch.from_numpy(rng.normal(size=(32, 3)).astype("float32"))
kernel = rng.normal(size=(6, 3)).astype("float32")
gate = rng.normal(size=(6, 3)).astype("float32")


# %% A gated linear layer
class GatedLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        shape = in_features, out_features
        self.kernel = nn.Parameter(torch.empty(shape))
        self.gate = nn.Parameter(torch.empty(shape))
        nn.init.xavier_uniform_(self.kernel)
        nn.init.xavier_uniform_(self.gate)

    def forward(self, x):
        return (x @ self.kernel) * torch.sigmoid(x @ self.gate)


# %% Load the weights and call it
layer = GatedLinear(6, 3)
weights = {"kernel": kernel, "gate": gate}
layer.load_state_dict(
    {name: torch.from_numpy(w) for name, w in weights.items()}
)
output = layer(x)
print("output", tuple(output.shape))

# %% Gradients of the weights
loss = F.mse_loss(output, y)
loss.backward()
kernel_gradient = layer.kernel.grad
gate_gradient = layer.gate.grad
print(f"loss {loss.item():.4f}")
