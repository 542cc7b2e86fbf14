"""Several labels at once in PyTorch."""

# %% Four labels, any number of which is true
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
labels = rng.integers(2, size=(6, 4)).astype("float32")
labels = torch.from_numpy(labels)

model = nn.Linear(5, 4, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
logits = model(torch.from_numpy(features))

# %% The loss, averaged over all labels
loss = nn.MultiLabelSoftMarginLoss()(logits, labels)
naive_one_of_four = nn.CrossEntropyLoss()(logits, labels)
naive_sum = nn.BCEWithLogitsLoss(reduction="sum")(logits, labels)
sum_over_labels = naive_sum
assert torch.isclose(loss, nn.BCEWithLogitsLoss()(logits, labels))
print(f"for logits {loss.item():.3f}")

# %% The loss of each sample
per_sample = nn.MultiLabelSoftMarginLoss(reduction="none")
loss_of_each_sample = per_sample(logits, labels)
assert loss_of_each_sample.shape == (6,)
assert torch.isclose(loss_of_each_sample.mean(), loss)

# %% The gradient of the weights
loss.backward()
kernel_gradient = model.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
