"""Binary cross-entropy of probabilities in PyTorch."""

# %% The loss and its slope at one logit
import math

import torch
from torch import nn

truth = torch.tensor([1.0])


def loss_and_slope(loss_fn, logit, activation):
    logit = torch.tensor([logit], requires_grad=True)
    loss = loss_fn(activation(logit), truth)
    loss.backward()
    return loss.item(), logit.grad.item()


# %% An ordinary prediction, as a probability
of_probabilities = nn.BCELoss()
ordinary_loss, _ = loss_and_slope(
    of_probabilities, -2.0, torch.sigmoid
)
by_hand = -math.log(1 / (1 + math.exp(2.0)))
assert math.isclose(ordinary_loss, by_hand, rel_tol=1e-6)

# %% Sure and wrong, as a probability
extreme_loss, extreme_gradient = loss_and_slope(
    of_probabilities, -20.0, torch.sigmoid
)
print(f"loss {extreme_loss:.3f}, gradient {extreme_gradient:.3f}")

half = torch.ones(1, dtype=torch.float16)
loss_in_half_precision = nn.BCELoss()(half, 0 * half)
assert loss_in_half_precision == 100
print(f"in float16 {loss_in_half_precision.item()}")

# %% Sure and wrong, as a logit
extreme_loss_of_logits, extreme_gradient_of_logits = loss_and_slope(
    nn.BCEWithLogitsLoss(), -20.0, nn.Identity()
)
print(
    f"loss {extreme_loss_of_logits:.3f},"
    f" gradient {extreme_gradient_of_logits:.3f}"
)
