"""Load a PyTorch checkpoint that another run wrote."""

# %% A model after five steps of training
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
    nn.Tanh(),
    nn.Linear(4, 1, bias=False),
)
optimizer = torch.optim.SGD(model.parameters(), 0.05, momentum=0.9)


def train(steps):
    for _ in range(steps):
        optimizer.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        optimizer.step()


model[0].weight.data, model[2].weight.data = w1.T, w2.T
train(steps=5)
prediction = model(x).detach()

# %% Load the file of an earlier run
saved = torch.load("written.pt", weights_only=True)
model.load_state_dict(saved["model"])
optimizer.load_state_dict(saved["optimizer"])
loaded_prediction = model(x).detach()
assert torch.allclose(loaded_prediction, prediction, atol=1e-5)

# %% Go on training with a new optimizer
optimizer = torch.optim.SGD(model.parameters(), 0.05, momentum=0.9)
train(steps=5)
trained_weights = model[0].weight.T
print([f"{w:.3f}" for w in trained_weights[0].tolist()])
