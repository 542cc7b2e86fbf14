"""A confusion matrix in PyTorch: TorchMetrics, or a bincount."""

# %% Labels and predictions of four classes
import torch
from torchmetrics.classification import MulticlassConfusionMatrix

labels = torch.tensor([0, 0, 0, 1, 1, 2, 2, 2, 2, 3])
predictions = torch.tensor([0, 0, 1, 1, 0, 2, 2, 1, 2, 1])
for module in (torch, torch.nn, torch.nn.functional):
    assert not any("confusion" in n.lower() for n in dir(module))

# %% Count the pairs
count = MulticlassConfusionMatrix(num_classes=4)
matrix = count(predictions, labels)
print(matrix.tolist())

# %% What it holds
shares = MulticlassConfusionMatrix(4, normalize="true")
share_of_each_class = shares(predictions, labels).diag()
print("recall", [f"{share:.2f}" for share in share_of_each_class])
count.reset()
swapped = count(labels, predictions)
assert swapped.equal(matrix.T)

# %% Without minlength
pairs = 4 * labels + predictions
count_without_minlength = torch.bincount(pairs)
assert len(count_without_minlength) == 14  # of 16
whole = torch.bincount(pairs, minlength=16).view(4, 4)
assert whole.equal(matrix)
