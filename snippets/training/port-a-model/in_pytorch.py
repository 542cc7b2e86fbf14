"""A Keras model ported to PyTorch."""

# %% Digits, and weights in the layout of Keras
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn

rows, labels = map(torch.from_numpy, load_digits(return_X_y=True))
x = (rows[:320] / 16).float().reshape(-1, 1, 8, 8)
rng = np.random.default_rng(0)
shapes = [(3, 3, 1, 4), *[(4,)] * 5, (256, 10), (10,)]
conv, bias, gamma, beta, mean, variance, dense, dense_bias = (
    torch.from_numpy(rng.uniform(0.1, 0.3, shape)).float()
    for shape in shapes
)


# %% The model
def new_model(state, **batch_norm):
    model = nn.Sequential(
        nn.Conv2d(1, 4, 3, padding="same"),
        nn.BatchNorm2d(4, **batch_norm),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(256, 10),
    )
    model.load_state_dict(state)
    return model


# %% Carry the weights over
state = {
    "0.weight": conv.permute(3, 2, 0, 1),
    "0.bias": bias,
    "1.weight": gamma,
    "1.bias": beta,
    "1.running_mean": mean,
    "1.running_var": variance,
    "4.weight": dense.T,
    "4.bias": dense_bias,
}
as_keras = {"eps": 1e-3, "momentum": 0.01}
with torch.no_grad():
    naive_flatten = new_model(state, **as_keras).eval()(x[:10])
    # height, width, channel -> channel, height, width
    kernel = dense.reshape(8, 8, 4, 10).permute(2, 0, 1, 3)
    state["4.weight"] = kernel.reshape(256, 10).T
    naive_batch_norm = new_model(state).eval()(x[:10])
    predictions = new_model(state, **as_keras).eval()(x[:10])


# %% Train ten steps
def train(**arguments):
    model = new_model(state, **as_keras).train()
    optimizer = torch.optim.SGD(model.parameters(), **arguments)
    losses = []
    for _ in range(10):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x), labels[:320])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


naive_losses, losses = train(), train(lr=0.01)
print(f"loss {losses[0]:.3f} -> {losses[-1]:.3f}")
