"""The focal loss as a function in PyTorch."""

# %% Labels of which few are positive
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(200, 2)).astype("float32"))
y = (x.sum(1, keepdim=True) > 2).float()
kernel = rng.normal(size=(2, 1)).astype("float32")


# %% The loss is a function
def focal_loss(logits, target, gamma=2.0):
    cross_entropy = F.binary_cross_entropy_with_logits(
        logits, target, reduction="none"
    )
    wrongness = 1 - torch.exp(-cross_entropy)
    return (wrongness**gamma * cross_entropy).mean()


# %% Its value for an untrained model
model = nn.Linear(2, 1)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
    model.bias.zero_()
    initial_loss = focal_loss(model(x), y)
print(f"focal loss {initial_loss.item():.4f}")


# %% Weighted by class
def balanced(logits, target, alpha=0.25):
    share = alpha * target + (1 - alpha) * (1 - target)
    cross_entropy = F.binary_cross_entropy_with_logits(
        logits, target, reduction="none"
    )
    wrongness = 1 - torch.exp(-cross_entropy)
    return (share * wrongness**2 * cross_entropy).mean()


with torch.no_grad():
    naive_with_alpha = balanced(model(x), y)
with_alpha = naive_with_alpha
print(f"with alpha {with_alpha.item():.4f}")

# %% Train with it
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
losses = []
for _ in range(20):
    optimizer.zero_grad()
    loss = focal_loss(model(x), y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
weight_after = model.weight.T
print(f"after {len(losses)} steps {losses[-1]:.4f}")
