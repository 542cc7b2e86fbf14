"""Leaky ReLU and GELU in PyTorch: the default arguments."""

# %% The same points
import matplotlib.pyplot as plt
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

points = np.linspace(-4, 4, 81, dtype="float32")
x = torch.from_numpy(points)

# %% The defaults
naive_leaky = nn.LeakyReLU()(x)
naive_gelu = F.gelu(x)
print(f"leaky ReLU of -4: {naive_leaky[0]:.2f}")
print(f"GELU of -2: {naive_gelu[20]:.4f}")

# %% State the arguments
leaky = nn.LeakyReLU(0.2)(x)
gelu_exact = F.gelu(x, approximate="none")
gelu_tanh = F.gelu(x, approximate="tanh")
assert torch.equal(gelu_exact, naive_gelu)

# %% The derivative of the exact GELU
ones = torch.ones_like(x)
_, gelu_derivative = torch.func.jvp(F.gelu, (x,), (ones,))

# %% The defaults drawn
fig, ax = plt.subplots()
ax.plot(points, naive_leaky, label="nn.LeakyReLU()")
ax.plot(points, naive_gelu, label="F.gelu")
ax.set(title="PyTorch's defaults", xlabel="input", ylabel="output")
ax.legend()
