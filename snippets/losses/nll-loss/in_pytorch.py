"""NLLLoss in PyTorch: the partner of log_softmax."""

# %% A classifier that returns log-probabilities
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
labels = torch.tensor([0, 1, 2, 3, 1, 1])
linear = nn.Linear(5, 4, bias=False)
with torch.no_grad():
    linear.weight.copy_(torch.from_numpy(kernel.T))
model = nn.Sequential(linear, nn.LogSoftmax(dim=-1))
log_probabilities = model(torch.from_numpy(features))

# %% The loss
nll = nn.NLLLoss()
naive = nll(log_probabilities, labels)
loss = naive
logits = linear(torch.from_numpy(features))
assert torch.isclose(loss, nn.CrossEntropyLoss()(logits, labels))
print(f"loss {loss.item():.4f}")

# %% From probabilities
probabilities = log_probabilities.exp()
naive_of_probabilities = nll(probabilities, labels)
of_probabilities = nll(probabilities.log(), labels)
assert naive_of_probabilities < 0
print(f"{naive_of_probabilities.item():.4f} without the logarithm")

# %% The gradient of the weights
loss.backward()
kernel_gradient = linear.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
