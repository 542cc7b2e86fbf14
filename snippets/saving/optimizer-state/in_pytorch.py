"""The state of the optimizer in PyTorch: saved apart."""

# %% A model after three steps with momentum
import torch
from torch import nn


def new():
    model = nn.Linear(1, 1, bias=False)
    nn.init.zeros_(model.weight)
    momentum = dict(lr=0.1, momentum=0.9)
    return model, torch.optim.SGD(model.parameters(), **momentum)


def step(model, optimizer):
    optimizer.zero_grad()
    (model(torch.ones(1, 1)) - 1).square().sum().backward()
    optimizer.step()
    return model.weight.item()


model, optimizer = new()
for _ in range(3):
    step(model, optimizer)

# %% Save and load the model, then continue
torch.save(model.state_dict(), "model.pt")
torch.save(optimizer.state_dict(), "optimizer.pt")
loaded, loaded_optimizer = new()
loaded.load_state_dict(torch.load("model.pt"))
naive_continued = step(loaded, loaded_optimizer)
print(f"first guess {naive_continued:.4f}")

# %% Continue with the state of the optimizer
loaded.load_state_dict(torch.load("model.pt"))
loaded_optimizer.load_state_dict(torch.load("optimizer.pt"))
continued = step(loaded, loaded_optimizer)
assert continued == step(model, optimizer)
print(f"continued {continued:.4f}")
