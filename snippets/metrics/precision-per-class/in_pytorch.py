"""Precision of one class in PyTorch: TorchMetrics."""

# %% Probabilities of four classes
import numpy as np
import torch
from torchmetrics.classification import (
    BinaryPrecision,
    MulticlassPrecision,
    MulticlassRecall,
)

rng = np.random.default_rng(0)
classes = torch.from_numpy(rng.integers(4, size=200))
scores = torch.from_numpy(rng.normal(size=(200, 4)))
scores += torch.nn.functional.one_hot(classes, 4)
probabilities = scores.softmax(-1)
assert (probabilities.amax(-1) <= 0.5).float().mean() > 0.25

# %% Class 1
of_each = MulticlassPrecision(4, average=None)
precision = naive_precision = of_each(probabilities, classes)[1]
of_each = MulticlassRecall(4, average=None)
recall = of_each(probabilities, classes)[1]
print(f"precision {precision:.3f}")
print(f"recall {recall:.3f}")

# %% Above one half
above = BinaryPrecision()
precision_above_half = above(probabilities[:, 1], classes == 1)
print(f"precision {precision_above_half:.3f}")

# %% All classes together
together = MulticlassPrecision(4, average="micro")
accuracy = together(probabilities, classes)
hits = probabilities.argmax(-1) == classes
assert torch.isclose(accuracy, hits.float().mean())
print(f"accuracy {accuracy:.3f}")
