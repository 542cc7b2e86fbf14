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

# %% Sequences that end earlier
steps = torch.tensor([8, 6, 4])
shorter = nn.CTCLoss(reduction="none")(
    log_probabilities, targets, steps, lengths
)
print("each", [f"{number:.3f}" for number in shorter])

# %% A target that does not fit
too_short = torch.tensor([2, 6, 4])
of_two_steps = nn.CTCLoss(reduction="none")(
    log_probabilities, targets, too_short, lengths
)
assert of_two_steps[0].isinf()
impossible = nn.CTCLoss(reduction="none", zero_infinity=True)(
    log_probabilities, targets, too_short, lengths
)
print(f"{of_two_steps[0].item()}, or {impossible[0].item()}")

# %% The gradient of the weights
loss.backward()
kernel_gradient = model.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
