"""Weight decay in PyTorch: an L2 penalty, or decoupled."""

# %% Five steps of a linear regression
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x, y, start = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(8, 4), (8, 1), (4, 1)]
)


def train(optimizer_class, **arguments):
    model = nn.Linear(4, 1, bias=False)
    with torch.no_grad():
        model.weight.copy_(start.T)
    weights = model.parameters()
    optimizer = optimizer_class(weights, lr=0.01, **arguments)
    for _ in range(5):
        optimizer.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        optimizer.step()
    return model.weight.detach().T.clone()


# %% The same argument
naive_adam = train(torch.optim.Adam, weight_decay=0.5)
naive_adamw = train(torch.optim.AdamW)
print(f"Adam  {naive_adam.norm():.3f}")
print(f"AdamW {naive_adamw.norm():.3f}")

# %% Decay beside the gradient
decoupled = train(torch.optim.AdamW, weight_decay=0.5)
assert not torch.allclose(decoupled, naive_adam)
print(f"norm {decoupled.norm():.3f}")

# %% Decay inside the gradient
penalty = train(torch.optim.Adam, weight_decay=0.5)
print(f"norm {penalty.norm():.3f}")
