"""A loop over a DataLoader."""

# %% A dataset and two loaders
import numpy as np
import torch
from torch import nn
from torch.utils import data

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(10, 3)).astype("float32"))
y = torch.from_numpy(rng.normal(size=(10, 1)).astype("float32"))
w = torch.from_numpy(rng.uniform(size=10).astype("float32"))
rows = data.TensorDataset(x, y)
train_loader = data.DataLoader(rows, batch_size=4, drop_last=True)
test_loader = data.DataLoader(rows, batch_size=4)


def new_model():
    model = nn.Linear(3, 1)
    nn.init.ones_(model.weight)
    nn.init.zeros_(model.bias)
    return model, torch.optim.SGD(model.parameters(), lr=0.1)


def train(loader):
    total = seen = 0
    for inputs, targets, *weights in loader:
        optimizer.zero_grad()
        losses = (model(inputs) - targets).square().mean(dim=1)
        losses = losses * weights[0] if weights else losses
        losses.mean().backward()
        optimizer.step()
        total += losses.sum().item()
        seen += len(inputs)
    return total / seen


@torch.inference_mode()
def evaluate(loader):
    squares = [(model(a) - b).square() for a, b in loader]
    return torch.cat(squares).mean().item()


# %% Train and validate
model, optimizer = new_model()
epochs = [
    (train(train_loader), evaluate(test_loader)) for _ in range(3)
]
losses, val_losses = zip(*epochs, strict=True)
print([f"{loss:.3f}" for loss in losses])

# %% Predict
predictions = torch.cat([model(a) for a, _ in test_loader])


# %% A stream without a length
class Stream(data.IterableDataset):
    def __iter__(self):
        yield from rows


model, optimizer = new_model()
loss_of_stream = train(data.DataLoader(Stream(), batch_size=4))
print(f"stream {loss_of_stream:.3f}")

# %% A weight for each sample
model, optimizer = new_model()
weighted = data.TensorDataset(x, y, w)
weighted_loss = train(data.DataLoader(weighted, batch_size=5))
print(f"weighted {weighted_loss:.3f}")
