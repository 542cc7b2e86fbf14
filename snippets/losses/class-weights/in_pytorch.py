"""Class weights in PyTorch."""

# %% A linear classifier, class 1 counts five times
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
labels = torch.tensor([0, 1, 2, 3, 1, 1])
class_weight = torch.tensor([1.0, 5.0, 1.0, 1.0])

model = nn.Linear(5, 4, bias=False)

# %% Weight the classes, otherwise defaults
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
logits = model(torch.from_numpy(features))
cross_entropy = nn.CrossEntropyLoss(class_weight)
naive_loss = cross_entropy(logits, labels)
naive_loss.backward()
naive_gradient = model.weight.grad.T
print(f"loss {naive_loss.item():.3f}")

# %% Divide by the sum of the weights
loss, kernel_gradient = naive_loss, naive_gradient
weights = class_weight[labels]
each = F.cross_entropy(logits, labels, reduction="none")
by_hand = (weights * each).sum() / weights.sum()
assert torch.isclose(loss, by_hand)
print(f"loss {loss.item():.3f}")

# %% Labels of sequences
steps = rng.normal(size=(2, 3, 4)).astype("float32")
steps = torch.from_numpy(steps)
step_labels = labels.view(2, 3)
loss_of_steps = cross_entropy(steps.mT, step_labels)
print(f"loss {loss_of_steps.item():.3f}")
