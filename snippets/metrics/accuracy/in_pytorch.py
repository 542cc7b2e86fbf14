"""Accuracy in PyTorch: TorchMetrics, which looks for logits."""

# %% Logits and labels
import numpy as np
import torch
from torchmetrics.classification import (
    BinaryAccuracy,
    MulticlassAccuracy,
)

for place in (torch, torch.nn, torch.nn.functional, torch.special):
    assert not any("accuracy" in n.lower() for n in dir(place))
rng = np.random.default_rng(0)
logits = rng.normal(size=(200, 1)).astype("float32")
labels = logits + 0.2 * rng.normal(size=(200, 1)) > 0
logits, labels = torch.from_numpy(logits), torch.from_numpy(labels)

# %% The line a reader copies first
naive = BinaryAccuracy()(logits, labels)
print(f"accuracy {naive:.3f}")

# %% The same from logits and from probabilities
matched = naive
assert BinaryAccuracy()(logits.sigmoid(), labels) == matched
assert ((logits > 0) == labels).float().mean() == matched

# %% A batch of logits that look like probabilities
part = (logits > 0) & (logits < 1)
naive_small_logits = BinaryAccuracy()(logits[part], labels[part])
after = BinaryAccuracy()
small_logits = after(logits[part].sigmoid(), labels[part])
print(f"{naive_small_logits:.3f}, of a sigmoid {small_logits:.3f}")

# %% Several classes
scores = rng.normal(size=(100, 4)).astype("float32")
classes = torch.from_numpy(rng.integers(4, size=100))
scores = torch.from_numpy(scores)
naive_several_classes = MulticlassAccuracy(4)(scores, classes)
accuracy = MulticlassAccuracy(4, average="micro")
several_classes = accuracy(scores, classes)
accuracy.reset()
assert accuracy(scores.softmax(-1), classes) == several_classes
print(f"four classes {several_classes:.3f}")
