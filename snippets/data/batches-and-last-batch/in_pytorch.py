"""Batches in PyTorch: the last one and the order."""

# %% Ten samples and a training run
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(10, 3)).astype("float32"))
y = torch.from_numpy(rng.normal(size=(10, 1)).astype("float32"))
data = TensorDataset(x, y)


def train(loader):
    model = nn.Linear(3, 1)
    nn.init.zeros_(model.weight)
    nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for features, targets in loader:
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(features), targets)
        loss.backward()
        optimizer.step()
    return model.weight.detach().T  # (inputs, outputs)


# %% The defaults
naive_weights = train(DataLoader(data, batch_size=4))

# %% In the given order
loader = DataLoader(data, batch_size=4, shuffle=False)
weights_all_batches = train(loader)
assert torch.equal(weights_all_batches, naive_weights)

# %% Without the incomplete batch
whole = DataLoader(data, batch_size=4, drop_last=True)
weights_whole_batches = train(whole)
batch_sizes = [len(features) for features, _ in whole]
print("all:", [len(features) for features, _ in loader])
print("whole:", batch_sizes)
