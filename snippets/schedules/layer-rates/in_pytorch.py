"""A learning rate for each layer in PyTorch: groups."""

# %% A model of a body and a head
import numpy as np
import torch
from torch import nn
from torch.nn.functional import mse_loss

rng = np.random.default_rng(0)
x, y, body_start, head_start = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(8, 4), (8, 1), (4, 3), (3, 1)]
)


def train():
    body = nn.Linear(4, 3, bias=False)
    head = nn.Linear(3, 1, bias=False)
    model = nn.Sequential(body, nn.Tanh(), head)
    with torch.no_grad():
        body.weight.copy_(body_start.T)
        head.weight.copy_(head_start.T)
    optimizer = torch.optim.SGD(
        [
            {"params": body.parameters(), "lr": 0.01},
            {"params": head.parameters()},
        ],
        lr=0.1,
        momentum=0.9,
    )
    for _ in range(3):
        optimizer.zero_grad()
        mse_loss(model(x), y).backward()
        optimizer.step()
    return body.weight.T.detach(), head.weight.T.detach()


# %% Name the layer
naive_body_kernel, _ = train()
moved = (naive_body_kernel - body_start).norm()
print(f"the body moved by {moved:.3f}")

# %% Name the variables
body_kernel, head_kernel = train()
print(f"the body moved by {(body_kernel - body_start).norm():.3f}")
print(f"the head moved by {(head_kernel - head_start).norm():.3f}")
