"""A confusion matrix in PyTorch: one bincount."""

# %% Labels and predictions of four classes
import torch

labels = torch.tensor([0, 0, 0, 1, 1, 2, 2, 2, 2, 3])
predictions = torch.tensor([0, 0, 1, 1, 0, 2, 2, 1, 2, 1])
assert not any("confusion" in name for name in dir(torch))


# %% Count the pairs
def confusion_matrix(rows, columns, classes=4):
    pairs = classes * rows + columns
    counts = torch.bincount(pairs, minlength=classes**2)
    return counts.view(classes, classes)


matrix = confusion_matrix(labels, predictions)
print(matrix.tolist())

# %% What it holds
share_of_each_class = matrix.diag() / matrix.sum(1)
print("recall", [f"{share:.2f}" for share in share_of_each_class])
swapped = confusion_matrix(predictions, labels)
assert swapped.equal(matrix.T)

# %% Without minlength
pairs = 4 * labels + predictions
count_without_minlength = torch.bincount(pairs)
assert len(count_without_minlength) == 14  # of 16
