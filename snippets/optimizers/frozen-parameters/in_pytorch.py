"""Frozen parameters in PyTorch: without gradient, no state."""

# %% A frozen body and a head
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x, y, body_start, head_start = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(8, 4), (8, 1), (4, 3), (3, 1)]
)
body = nn.Linear(4, 3, bias=False)
head = nn.Linear(3, 1, bias=False)
model = nn.Sequential(body, nn.Tanh(), head)
with torch.no_grad():
    body.weight.copy_(body_start.T)
    head.weight.copy_(head_start.T)
body.requires_grad_(False)


def train(optimizer):
    for _ in range(3):
        optimizer.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        optimizer.step()
    return head.weight.detach().T.clone()


def new_optimizer():
    return torch.optim.AdamW(
        model.parameters(), lr=0.01, weight_decay=0.1, eps=1e-12
    )


# %% Train the head
optimizer = new_optimizer()
head_kernel = train(optimizer)
assert body.weight.equal(body_start.T)
moments = [
    moment
    for state in optimizer.state.values()
    for moment in state.values()
    if moment.ndim > 0
]
state_numbers = sum(moment.numel() for moment in moments)
print(f"{state_numbers} numbers for {head.weight.numel()} weights")

# %% Unfreeze the body
body.requires_grad_(True)
naive_head_kernel = train(optimizer)
body_steps = optimizer.state[body.weight]["step"]
head_steps = optimizer.state[head.weight]["step"]
assert (body_steps, head_steps) == (3, 6)
print(f"moved by {(naive_head_kernel - head_kernel).norm():.3f}")

# %% Unfreeze with a new optimizer
with torch.no_grad():
    body.weight.copy_(body_start.T)
    head.weight.copy_(head_kernel.T)
head_after_unfreezing = train(new_optimizer())
body_after_unfreezing = body.weight.detach().T
moved = (head_after_unfreezing - head_kernel).norm()
print(f"moved by {moved:.3f}")
