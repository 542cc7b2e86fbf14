"""The F1 score in PyTorch: TorchMetrics."""

# %% Two classes, one output
import numpy as np
import torch
from torchmetrics.classification import (
    BinaryF1Score,
    MulticlassF1Score,
)

rng = np.random.default_rng(0)
probabilities = rng.uniform(size=(100, 1)).astype("float32")
labels = rng.uniform(size=(100, 1)) < probabilities**2
probabilities = torch.from_numpy(probabilities)
labels = torch.from_numpy(labels)
f1 = BinaryF1Score()(probabilities, labels)
binary = naive_binary = f1[None]  # as Keras: one column
print(f"F1 {f1:.3f}")

# %% Three classes
scores = rng.normal(size=(100, 3)).astype("float32")
classes = torch.arange(100) % 7 // 3  # 0 0 0 1 1 1 2
scores = torch.from_numpy(scores)
scores += torch.nn.functional.one_hot(classes)
naive_default = MulticlassF1Score(3)(scores, classes)
per_class = MulticlassF1Score(3, average=None)(scores, classes)
print("F1", [f"{score:.3f}" for score in per_class])

# %% Three ways to average
macro_weighted_micro = torch.stack(
    [
        MulticlassF1Score(3, average=average)(scores, classes)
        for average in ("macro", "weighted", "micro")
    ]
)
assert torch.isclose(naive_default, per_class.mean())
hits = scores.argmax(-1) == classes
assert torch.isclose(macro_weighted_micro[2], hits.float().mean())
print("F1", [f"{score:.3f}" for score in macro_weighted_micro])

# %% A class that never occurs
four = torch.nn.functional.pad(scores, (0, 1), value=-9.0)
naive_macro_of_four = MulticlassF1Score(4)(four, classes)
macro_of_those_that_occur = naive_macro_of_four
assert torch.isclose(naive_macro_of_four, naive_default)
print(f"macro {naive_macro_of_four:.3f}")
