"""A PyTorch network, matched to its Keras twin rung by rung."""

# %% Images, labels and weights, made with NumPy
import matplotlib.pyplot as plt
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn

rows, labels = map(torch.from_numpy, load_digits(return_X_y=True))
x = (rows[:320] / 16).float().reshape(-1, 1, 8, 8)
y = labels[:320]
batches = list(zip(x.split(32), y.split(32), strict=True))
rng = np.random.default_rng(0)
kernel = torch.tensor(rng.normal(0, 0.3, (3, 3, 1, 4)))
head = torch.tensor(rng.normal(0, 0.2, (36, 10)))


# %% A network, and one hundred steps
def build(carry=True):
    torch.manual_seed(0)
    conv = nn.Conv2d(1, 4, 3, stride=2, bias=False)
    norm = nn.BatchNorm2d(4)
    dense = nn.Linear(36, 10, bias=False)
    if carry:  # from the layout of Keras
        by_channel = head.reshape(3, 3, 4, 10).permute(3, 2, 0, 1)
        with torch.no_grad():
            conv.weight.copy_(kernel.permute(3, 2, 0, 1))
            dense.weight.copy_(by_channel.flatten(1))
    return nn.Sequential(conv, norm, nn.ReLU(), nn.Flatten(), dense)


def train(model, optimizer=torch.optim.Adam, **arguments):
    optimizer = optimizer(model.parameters(), lr=0.02, **arguments)
    curve = []
    for _ in range(10):
        losses = []
        for batch, truth in batches:
            loss = nn.functional.cross_entropy(model(batch), truth)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        curve.append(np.mean(losses))
    return curve


# %% Five rungs
naive_own_weights = train(build(carry=False))
naive_carried_weights = train(build())
norm = nn.BatchNorm2d(4)
assert (norm.eps, norm.momentum) == (1e-5, 0.1)  # nothing to set
naive_matched_normalization = naive_carried_weights
naive_matched_epsilon = train(build(), eps=1e-7)
matched_optimizer = train(build(), torch.optim.SGD)

# %% The loss on each rung
rungs = {
    "own weights": naive_own_weights,
    "carried weights": naive_carried_weights,
    "same normalization": naive_matched_normalization,
    "same epsilon": naive_matched_epsilon,
    "SGD": matched_optimizer,
}
fig, ax = plt.subplots()
for name, curve in rungs.items():
    print(f"{name}: {curve[-1]:.4g}")
    ax.plot(range(1, 11), curve, label=name)
ax.set(title="Loss in PyTorch", xlabel="epoch", ylabel="loss")
ax.legend()
