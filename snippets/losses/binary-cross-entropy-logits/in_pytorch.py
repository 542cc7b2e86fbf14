"""Binary cross-entropy of logits in PyTorch."""

# %% A linear classifier with given weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 1)).astype("float32")
labels = torch.tensor([[1.0], [0], [0], [1], [0], [0]])

model = nn.Linear(5, 1, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
logits = model(torch.from_numpy(features))

# %% The default loss, then the one for logits
bce = nn.BCEWithLogitsLoss()
loss = bce(logits, labels)
naive_on_logits = loss
assert torch.isclose(loss, nn.BCELoss()(logits.sigmoid(), labels))
print(f"for logits {loss.item():.3f}")

# %% Positives count three times
pos_weight = torch.tensor([3.0])
weighted_bce = nn.BCEWithLogitsLoss(pos_weight=pos_weight)
weighted_loss = weighted_bce(logits, labels)
print(f"weighted {weighted_loss.item():.3f}")

# %% Several labels, a weight for each
three = torch.from_numpy(rng.normal(size=(6, 3)).astype("float32"))
truth = torch.from_numpy(rng.integers(2, size=(6, 3))).float()
pos_weight = torch.tensor([1.0, 3.0, 5.0])
weighted_bce = nn.BCEWithLogitsLoss(pos_weight=pos_weight)
loss_of_three_labels = weighted_bce(three, truth)
print(f"three labels {loss_of_three_labels.item():.3f}")

# %% The gradient of the weights
weighted_loss.backward()
kernel_gradient = model.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
