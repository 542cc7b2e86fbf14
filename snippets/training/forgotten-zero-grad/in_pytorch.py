"""Gradients add up in PyTorch until they are zeroed."""

# %% One weight of 1
import torch
from torch import nn


def new_model():
    model = nn.Linear(1, 1, bias=False)
    nn.init.ones_(model.weight)
    return model, torch.optim.SGD(model.parameters(), lr=0.1)


x = torch.tensor([[3.0]])  # the output is 3 w, its gradient is 3

# %% Two steps, as first written
model, optimizer = new_model()
for _ in range(2):
    model(x).mean().backward()
    optimizer.step()
naive_second_gradient = model.weight.grad.item()
naive_weight = model.weight.item()
print(f"gradient {naive_second_gradient:.1f}")
print(f"weight {naive_weight:.1f}")

# %% Two steps, as meant
model, optimizer = new_model()
for _ in range(2):
    optimizer.zero_grad()
    model(x).mean().backward()
    optimizer.step()
weight = model.weight.item()
print(f"weight {weight:.1f}")

# %% One step from two batches, on purpose
model, optimizer = new_model()
for batch in x, x + 2:
    (model(batch).mean() / 2).backward()
optimizer.step()
weight_after_accumulation = model.weight.item()
print(f"weight {weight_after_accumulation:.1f}")
