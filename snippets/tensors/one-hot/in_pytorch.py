"""One-hot vectors in PyTorch."""

# %% Encode labels
import torch
from torch.nn.functional import one_hot

labels = torch.tensor([2, 0, 1])
encoded = one_hot(labels, num_classes=4)
print(encoded.dtype, tuple(encoded.shape))
print("classes counted:", one_hot(labels).shape[1])

# %% Another type of label
try:
    one_hot(labels.int(), num_classes=4)
except RuntimeError:
    print("int32 labels: RuntimeError")

# %% Another place for the classes
classes_first = one_hot(labels, num_classes=4).movedim(-1, 0)
print("classes first", tuple(classes_first.shape))

# %% A label that means nothing
padded = torch.tensor([2, -1])
try:
    one_hot(padded, num_classes=4)
except RuntimeError:
    print("a label of -1: RuntimeError")
known = padded >= 0
without_minus_one = one_hot(padded * known, 4) * known[:, None]
print(without_minus_one.tolist())

# %% A label that is too large
try:
    one_hot(torch.tensor([2, 4]), num_classes=4)
except RuntimeError as error:
    print(error)
else:
    raise AssertionError("an error was expected")
