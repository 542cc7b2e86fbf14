"""A digits classifier trained by a PyTorch loop."""

# %% Digits and initial weights, made with NumPy
import matplotlib.pyplot as plt
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

rows, labels = map(torch.from_numpy, load_digits(return_X_y=True))
sizes = [1200, 300, 297]
x_train, x_val, x_test = (rows / 16).float().split(sizes)
y_train, y_val, y_test = labels.split(sizes)
rng = np.random.default_rng(0)
hidden = rng.normal(0, 0.15, (64, 32)).astype("float32")
output = rng.normal(0, 0.2, (32, 10)).astype("float32")

# %% A model with those weights
model = nn.Sequential(
    nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10)
)
with torch.no_grad():
    for layer, kernel in (model[0], hidden), (model[2], output):
        layer.weight.copy_(torch.from_numpy(kernel.T))
        layer.bias.zero_()

# %% Train for 15 epochs
batches = DataLoader(TensorDataset(x_train, y_train), batch_size=64)
loss_function = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(
    model.parameters(), lr=0.05, momentum=0.9
)
training_loss, validation_loss = [], []
for _ in range(15):
    model.train()
    total = 0.0
    for x, y in batches:
        optimizer.zero_grad()
        loss = loss_function(model(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(y)
    training_loss.append(total / len(x_train))
    model.eval()
    with torch.no_grad():
        validation_loss.append(
            loss_function(model(x_val), y_val).item()
        )

# %% Predict the test rows
with torch.no_grad():
    logits = model(x_test)
test_probabilities = logits[:10].softmax(1)
test_accuracy = (logits.argmax(1) == y_test).float().mean().item()
print(f"test accuracy {test_accuracy:.3f}")

# %% Loss per epoch
fig, ax = plt.subplots()
ax.plot(range(1, 16), training_loss, label="training")
ax.plot(range(1, 16), validation_loss, label="validation")
ax.set(title="Loss in PyTorch", xlabel="epoch", ylabel="loss")
ax.legend()
