"""The CTC loss in PyTorch: log-probabilities, time first."""

# %% Three sequences of eight steps, class 0 is the blank
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
features = rng.normal(size=(3, 8, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
targets = torch.tensor([[1, 2, 3], [2, 2, 0], [3, 0, 0]])

model = nn.Linear(5, 4, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
logits = model(torch.from_numpy(features))

# %% The default loss
log_probabilities = logits.log_softmax(-1).transpose(0, 1)
steps = torch.tensor([8, 8, 8])
lengths = (targets != 0).sum(1)
arguments = log_probabilities, targets, steps, lengths
naive = nn.CTCLoss()(*arguments)
print(f"default {naive.item():.4f}")

# %% The plain mean over sequences
per_sequence = nn.CTCLoss(reduction="none")(*arguments)
loss = per_sequence.mean()
assert torch.isclose(naive, (per_sequence / lengths).mean())
print(f"mean {loss.item():.4f}")

# %% The gradient of the weights
loss.backward()
kernel_gradient = model.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
