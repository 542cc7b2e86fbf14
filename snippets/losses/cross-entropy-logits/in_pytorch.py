"""Cross-entropy in PyTorch: the loss expects logits."""

# %% A linear classifier with given weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
labels = torch.tensor([0, 1, 2, 3, 1, 1])

model = nn.Linear(5, 4, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
logits = model(torch.from_numpy(features))

# %% The default loss, fed logits and fed probabilities
cross_entropy = nn.CrossEntropyLoss()
naive_on_logits = cross_entropy(logits, labels)
naive_on_probabilities = cross_entropy(logits.softmax(-1), labels)
nearly_equal = torch.tensor([[0.0, 0.1, 0.0]])
naive_on_small_logits = cross_entropy(nearly_equal, labels[1:2])
print(f"logits        {naive_on_logits.item():.3f}")
print(f"small logits  {naive_on_small_logits.item():.3f}")
print(f"probabilities {naive_on_probabilities.item():.3f}")

# %% The loss that is meant
log_probabilities = logits.log_softmax(-1)
loss = -log_probabilities[range(6), labels].mean()
assert torch.isclose(naive_on_logits, loss)
assert not torch.isclose(naive_on_probabilities, loss)

# %% The gradient of the weights
naive_on_logits.backward()
kernel_gradient = model.weight.grad.T  # (inputs, classes)
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
