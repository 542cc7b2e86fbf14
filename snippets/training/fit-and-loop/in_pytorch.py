"""Train and validate with a PyTorch loop."""

# %% Measured wines, standardized
import numpy as np
import torch
from sklearn.datasets import load_wine
from sklearn.preprocessing import scale
from torch import nn
from torch.utils.data import DataLoader, Subset, TensorDataset

rows, labels = load_wine(return_X_y=True)
order = np.random.default_rng(0).permutation(len(rows))
rows = torch.from_numpy(scale(rows)[order]).float()
wines = TensorDataset(rows, torch.from_numpy(labels[order]))
train = DataLoader(Subset(wines, range(128)), batch_size=48)
val = DataLoader(Subset(wines, range(128, 178)), batch_size=48)

# %% A linear model that starts at zero
model = nn.Linear(13, 3)
nn.init.zeros_(model.weight)
nn.init.zeros_(model.bias)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
assert not hasattr(model, "fit")  # the loop is yours to write


# %% What an epoch consists of
def run(batches, training):
    model.train(training)
    batch_losses, total, correct = [], 0.0, 0
    for x, y in batches:
        with torch.set_grad_enabled(training):
            logits = model(x)
            batch_loss = nn.functional.cross_entropy(logits, y)
        if training:
            optimizer.zero_grad()
            batch_loss.backward()
            optimizer.step()
        batch_losses.append(batch_loss.item())
        total += batch_loss.item() * len(y)
        correct += (logits.argmax(1) == y).sum().item()
    n = len(batches.dataset)
    return np.mean(batch_losses), total / n, correct / n


# %% Train and validate for 5 epochs
history = [
    [*run(train, True), *run(val, False)[1:]] for _ in range(5)
]
naive_loss, loss, accuracy, val_loss, val_accuracy = zip(
    *history, strict=True
)
print(f"validation loss {val_loss[0]:.3f} -> {val_loss[-1]:.3f}")
