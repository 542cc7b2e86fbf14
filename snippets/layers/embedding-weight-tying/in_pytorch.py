"""A tied embedding in PyTorch: assign the parameter."""

# %% The same tokens and table
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
tokens = rng.integers(6, size=(3, 4))
labels = rng.integers(6, size=(3, 4))
table = rng.normal(size=(6, 5)).astype("float32")


# %% One weight for both
def network():
    output = nn.Linear(5, 6, bias=False)
    return nn.Sequential(nn.Embedding(6, 5), output)


model = network()
model[1].weight = model[0].weight
with torch.no_grad():
    model[0].weight.copy_(torch.from_numpy(table))
x, y = torch.from_numpy(tokens), torch.from_numpy(labels)
logits = model(x)
parameters = sum(p.numel() for p in model.parameters())
print("parameters:", parameters)


# %% One training step
def step(model):
    loss = nn.CrossEntropyLoss()(model(x).mT, y)
    loss.backward()
    torch.optim.SGD(model.parameters(), lr=1.0).step()
    print(f"loss: {loss.detach():.4f}")
    return model[0].weight


copied = network()
copied.load_state_dict(model.state_dict())
assert copied[0].weight is not copied[1].weight
table_after_step = step(model)
naive_table_after_step = step(copied)
