"""An L1 penalty in PyTorch: added to the loss by hand."""

# %% Train a linear model with given weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(8, 6)).astype("float32"))
y = x[:, :1] - 2 * x[:, 1:2]  # four useless inputs
start = torch.tensor([[0.5, -0.5, 0.2, -0.2, 0.1, -0.1]])


def train(steps, l1, l2=0.0, rate=0.1, start=start):
    model = nn.Linear(6, 1, bias=False)
    with torch.no_grad():
        model.weight.copy_(start)
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss = loss + l1 * model.weight.abs().sum()
        loss = loss + l2 * model.weight.square().sum()
        loss.backward()
        optimizer.step()
    return model.weight.detach().flatten()


# %% The gradient of the penalty alone
two_zeros = torch.tensor([[0.5, -0.5, 0.2, -0.2, 0.0, 0.0]])
plain, penalized = (
    train(1, l1, rate=1.0, start=two_zeros) for l1 in [0.0, 0.1]
)
penalty_gradient, of_zeros = (plain - penalized).split([4, 2])
print(
    "gradient",
    penalty_gradient.numpy().round(3),
    of_zeros.numpy().round(3),
)

# %% The same slope at zero everywhere
gradient_with_zeros = plain - penalized
assert torch.allclose(of_zeros, torch.zeros(2), atol=1e-6)

# %% Twenty steps
kernel = train(20, l1=0.1)
elastic_net_kernel = train(20, l1=0.1, l2=0.1)
print("L1  ", kernel[:2].numpy().round(3))
print("L1L2", elastic_net_kernel[:2].numpy().round(3))

# %% Count the zeros
exact_zeros = int((kernel == 0).sum())
assert exact_zeros == 0
print("weights of exactly zero:", exact_zeros)
