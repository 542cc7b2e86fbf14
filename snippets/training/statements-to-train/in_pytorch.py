"""Count the statements that train and validate in PyTorch."""

# %% Measured wines and a linear model
import ast
import inspect

import numpy as np
import torch
from sklearn.datasets import load_wine
from sklearn.preprocessing import scale
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

rows, labels = load_wine(return_X_y=True)
order = np.random.default_rng(0).permutation(len(rows))
rows = torch.from_numpy(scale(rows)[order]).float()
labels = torch.from_numpy(labels[order])
val_rows, val_labels = rows[128:], labels[128:]
model = nn.Linear(13, 3)
nn.init.zeros_(model.weight)
nn.init.zeros_(model.bias)

# %% What the class brings
methods = ("fit", "evaluate", "predict")
brings_training = [hasattr(nn.Module, name) for name in methods]
assert not any(brings_training)


# %% Train and validate for three epochs
def train():
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    batches = DataLoader(
        TensorDataset(rows[:128], labels[:128]), batch_size=32
    )
    losses, accuracies = [], []
    for _ in range(3):
        model.train()
        total = 0.0
        for x, y in batches:
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(batches))
        model.eval()
        with torch.no_grad():
            right = model(val_rows).argmax(1) == val_labels
            accuracies.append(right.float().mean().item())
    return losses, accuracies


losses, val_accuracies = train()
print(f"validation accuracy {val_accuracies[-1]:.3f}")

# %% Count the statements
body = ast.parse(inspect.getsource(train)).body[0].body
statements = sum(
    isinstance(node, ast.stmt)
    for statement in body
    for node in ast.walk(statement)
)
assert statements == 18
print("statements:", statements)
