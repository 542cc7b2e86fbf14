"""Labels of the wrong dtype in PyTorch: an error."""

# %% Logits and integer labels
import torch
from torch import nn

logits = torch.tensor([[0.5], [-1.0], [2.0]])
labels = torch.tensor([[1], [0], [0]])
loss_function = nn.BCEWithLogitsLoss()

# %% Pass them as they are
naive_accepted = True
try:
    loss_function(logits, labels)
except RuntimeError as error:
    naive_accepted = False
    print(error)

# %% Pass floats
loss = loss_function(logits, labels.float())
print(f"loss {loss:.3f}")
