"""Category codes in PyTorch: from one-hot vectors."""

# %% Labels of a problem with five classes
import torch
from torch.nn import functional

labels = torch.tensor([0, 3, 1])  # nobody drew class 4
words = torch.tensor([[1, 1, 2], [0, 4, 4]])

# %% The first guess
codes = functional.one_hot(labels)
naive_width = codes.shape[1]
naive_is_float = codes.is_floating_point()
print(f"width {naive_width}, float: {naive_is_float}")
try:
    functional.one_hot(torch.tensor([7]), num_classes=5)
except RuntimeError as error:
    print(error)

# %% One-hot with a declared width
one_hot = functional.one_hot(labels, num_classes=5).float()
print(one_hot[1].tolist())

# %% Several words to one vector
each = functional.one_hot(words, num_classes=5)  # (2, 3, 5)
count = each.sum(dim=1).float()
multi_hot = each.amax(dim=1).float()
print("count    ", count[0].tolist())
print("multi-hot", multi_hot[0].tolist())
