"""Label smoothing in PyTorch: integer labels will do."""

# %% A linear classifier with given weights
import inspect

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
labels = torch.tensor([0, 1, 2, 3, 1, 1])

model = nn.Linear(5, 4, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
logits = model(torch.from_numpy(features))

# %% The loss with smoothed labels
smoothed = nn.CrossEntropyLoss(label_smoothing=0.1)
loss = smoothed(logits, labels)
print(f"for logits {loss.item():.3f}")

# %% The same by hand
mixed = 0.9 * F.one_hot(labels, 4) + 0.1 / 4
assert torch.isclose(loss, F.cross_entropy(logits, mixed))

# %% One label of yes or no
binary = logits[:, :1]
answers = torch.tensor([[1.0], [0], [1], [1], [0], [0]])
arguments = inspect.signature(nn.BCEWithLogitsLoss).parameters
assert "label_smoothing" not in arguments
softened = 0.9 * answers + 0.1 / 2
binary_loss = F.binary_cross_entropy_with_logits(binary, softened)
print(f"binary {binary_loss.item():.3f}")

# %% The gradient of the weights
loss.backward()
kernel_gradient = model.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
