"""Gradient clipping in PyTorch: a call before the step."""

# %% Two steps of a model with large gradients
import numpy as np
import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

rng = np.random.default_rng(0)
x, y, first, second = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(8, 4), (8, 1), (4, 3), (3, 1)]
)


def train(clip):
    body = nn.Linear(4, 3, bias=False)
    head = nn.Linear(3, 1, bias=False)
    model = nn.Sequential(body, head)
    with torch.no_grad():
        body.weight.copy_(first.T)
        head.weight.copy_(second.T)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(2):
        optimizer.zero_grad()
        nn.functional.mse_loss(model(x), 10 * y).backward()
        clip(list(model.parameters()))
        optimizer.step()
    return body.weight.detach().T.clone()


# %% The argument with norm in its name
naive = train(lambda weights: clip_grad_norm_(weights, 0.5))
print(f"moved by {(naive - first).norm():.3f}")

# %% One norm over all gradients
global_norm = train(lambda weights: clip_grad_norm_(weights, 0.5))
print(f"moved by {(global_norm - first).norm():.3f}")


# %% A norm for each variable
def clip_each(weights):
    for weight in weights:
        clip_grad_norm_(weight, 0.5)


norm_of_each = train(clip_each)
print(f"moved by {(norm_of_each - first).norm():.3f}")

# %% Each number for itself
value = train(lambda weights: clip_grad_value_(weights, 0.5))
print(f"moved by {(value - first).norm():.3f}")

# %% One infinite gradient
first_weight = nn.Parameter(torch.ones(2))
other_weight = nn.Parameter(torch.ones(2))
first_weight.grad = torch.tensor([torch.inf, 1.0])
other_weight.grad = torch.ones(2)
weights = [first_weight, other_weight]
clip_grad_norm_(weights, 0.5)
torch.optim.SGD(weights, lr=0.1).step()
other_survives = bool(other_weight.isfinite().all())
print(first_weight.tolist(), other_weight.tolist())
