"""Spectral normalization in PyTorch: a parametrization."""

# %% The same inputs and kernel
import numpy as np
import torch
from torch import nn
from torch.nn.utils.parametrizations import spectral_norm

torch.manual_seed(0)
rng = np.random.default_rng(0)
inputs = rng.normal(size=(4, 3)).astype("float32")
target = rng.normal(size=(4, 2)).astype("float32")
kernel = rng.normal(size=(3, 2)).astype("float32") * 3
largest = np.linalg.svd(kernel, compute_uv=False)[0]
print(f"largest singular value: {largest:.4f}")

# %% Carry the kernel over
linear = nn.Linear(3, 2, bias=False)
linear.load_state_dict({"weight": torch.from_numpy(kernel.T)})
normalized = spectral_norm(linear, n_power_iterations=50)
raw = normalized.parametrizations.weight.original

# %% Call it in training, then in inference
x = torch.from_numpy(inputs)
training_output = normalized(x)
normalized_kernel = normalized.weight.T.detach()
np.testing.assert_allclose(
    normalized_kernel, kernel / largest, 1e-5
)
assert np.array_equal(raw.detach().T, kernel)  # the raw one stays
normalized.eval()
inference_output = normalized(x)

# %% One training step
normalized.train()
optimizer = torch.optim.SGD(normalized.parameters(), lr=0.1)


def step():
    optimizer.zero_grad()
    nn.MSELoss()(normalized(x), torch.from_numpy(target)).backward()
    optimizer.step()


step()
normalized.eval()
naive_kernel_after_step = normalized.weight.T.detach()

# %% More steps, then predict
normalized.train()
for _ in range(9):
    step()
normalized.eval()
naive_prediction = prediction = normalized(x)
singular = torch.linalg.svdvals(normalized.weight.detach())[0]
assert abs(singular - 1) < 1e-4
print(f"after training: {singular:.4f}")
