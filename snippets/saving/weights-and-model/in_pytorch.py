"""Save and reload a model and its optimizer in PyTorch."""

# %% A model in the middle of its training
import numpy as np
import torch
from torch import nn

data = np.random.default_rng(0).normal(size=(8, 5))
x, y = torch.from_numpy(data.astype("float32")).split([4, 1], dim=1)


def build():
    model = nn.Linear(4, 1, bias=False)
    nn.init.zeros_(model.weight)
    sgd = torch.optim.SGD(model.parameters(), 0.1, momentum=0.9)
    return model, sgd


def train(model, optimizer, steps):
    for _ in range(steps):
        optimizer.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        optimizer.step()


model, optimizer = build()
train(model, optimizer, steps=5)
prediction = model(x)

# %% Only the weights
torch.save(model.state_dict(), "weights.pt")
copy, _ = build()
copy.load_state_dict(torch.load("weights.pt", weights_only=True))
reloaded_prediction = copy(x)
assert torch.equal(reloaded_prediction, prediction)

# %% All that training needs
checkpoint = {
    "model": model.state_dict(),
    "optimizer": optimizer.state_dict(),
}
torch.save(checkpoint, "checkpoint.pt")
resumed, its_optimizer = build()
saved = torch.load("checkpoint.pt", weights_only=True)
resumed.load_state_dict(saved["model"])
its_optimizer.load_state_dict(saved["optimizer"])

# %% Continue, with and without the break
train(model, optimizer, steps=5)
train(resumed, its_optimizer, steps=5)
resumed_weights = resumed.weight.T
assert torch.equal(resumed_weights, model.weight.T)
print([f"{w:.3f}" for w in resumed_weights.flatten()])
