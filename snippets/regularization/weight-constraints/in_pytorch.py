"""Weight constraints in PyTorch: after the step, by hand."""

# %% Three steps with a constraint
import numpy as np
import torch
from torch import nn
from torch.nn.functional import mse_loss, normalize

names = dir(nn) + dir(nn.utils) + dir(torch.optim)
assert not [n for n in names if "constrain" in n.lower()]
rng = np.random.default_rng(0)
x, y, kernel = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(8, 4), (8, 2), (4, 2)]
)


def train(constrain):
    model = nn.Linear(4, 2, bias=False)
    with torch.no_grad():
        model.weight.copy_(kernel.T)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(3):
        optimizer.zero_grad()
        mse_loss(model(x), y).backward()
        optimizer.step()
        with torch.no_grad():
            model.weight.copy_(constrain(model.weight))
    return model.weight.detach().T.numpy()


# %% None
unconstrained = train(lambda weight: weight)
assert (unconstrained < 0).any()
print(unconstrained[:, 0].round(3))

# %% No weight below zero
non_negative = train(lambda weight: weight.clamp(min=0))
assert (non_negative >= 0).all() and (non_negative == 0).any()
print(non_negative[:, 0].round(3))

# %% Norm 1 over the inputs
unit_norm = train(lambda weight: normalize(weight, dim=1))
assert np.allclose(np.linalg.norm(unit_norm, axis=0), 1)
print(unit_norm[:, 0].round(3))
