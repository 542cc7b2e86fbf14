"""Batch normalization in PyTorch: defaults and statistics."""

# %% The same images
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 3, 3, 4)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)

# %% The defaults
default = nn.BatchNorm2d(4)
naive = default(x)
naive_running_mean = default.running_mean
print("eps:", default.eps)
print("weight of the new statistics:", default.momentum)

# %% Set both arguments
norm = nn.BatchNorm2d(4, eps=1e-3, momentum=0.1)
matched = norm(x)

# %% The running statistics after one step
running_mean, running_variance = norm.running_mean, norm.running_var
n = 2 * 3 * 3  # values per channel
variance = images.var(axis=(0, 1, 2))
expected = 0.9 + 0.1 * variance * n / (n - 1)
np.testing.assert_allclose(running_variance, expected, rtol=1e-5)
print(f"running variance: {running_variance[0]:.4f}")

# %% Inference with them
norm.eval()
inference_output = norm(x)
print(f"output std: {inference_output.std(correction=0):.4f}")

# %% Train on batches of two, one and predict
three = torch.cat([x, x[:1] + 1])
fitted = nn.BatchNorm2d(4, eps=1e-3, momentum=0.1)
for batch in three.split(2):  # the last one is shorter
    fitted(batch)
fitted_mean = fitted.running_mean
prediction = fitted.eval()(three)
