"""Change a compiled PyTorch model: training follows."""

# %% A compiled model in training
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x, y, w1, w2 = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(8, 3), (8, 1), (3, 4), (4, 1)]
)
model = nn.Sequential(
    nn.Linear(3, 4, bias=False),
    nn.ReLU(),
    nn.Linear(4, 1, bias=False),
)
compiled = torch.compile(model, backend="eager")
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)


def restart():
    model[0].weight.data = w1.T.clone()
    model[2].weight.data = w2.T.clone()


def train():
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(compiled(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()


restart()
first_loss = train()

# %% Another activation
model[1] = nn.Tanh()
restart()
noticed = not np.isclose(train(), first_loss)
assert noticed
print("training follows:", noticed)

# %% The same after another compile
compiled = torch.compile(model, backend="eager")
restart()
losses_after_recompile = [train(), train(), train()]
print([f"{loss:.3f}" for loss in losses_after_recompile])
