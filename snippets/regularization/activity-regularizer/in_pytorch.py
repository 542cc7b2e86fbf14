"""A penalty on activations in PyTorch: by hand."""

# %% A linear model with given weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x, y, kernel = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(8, 4), (8, 3), (4, 3)]
)


def step(x, y, penalty):
    model = nn.Linear(4, 3, bias=False)
    with torch.no_grad():
        model.weight.copy_(kernel.T)
    activations = model(x)
    error = nn.functional.mse_loss(activations, y)
    loss = error + penalty(activations)
    loss.backward()
    torch.optim.SGD(model.parameters(), lr=0.1).step()
    return loss.item(), model.weight.detach().T, error.item()


# %% The sum over all activations
naive_loss, naive_kernel_after_step, _ = step(
    x, y, lambda a: 0.1 * a.abs().sum()
)
print(f"loss {naive_loss:.3f}")

# %% The sum, averaged over the samples
loss, kernel_after_step, _ = step(
    x, y, lambda a: 0.1 * a.abs().sum() / len(a)
)
print(f"loss {loss:.3f}")

# %% A batch of one
total, _, error = step(x[:1], y[:1], lambda a: 0.1 * a.abs().sum())
penalty_of_one_sample = total - error
print(f"penalty {penalty_of_one_sample:.3f}")

# %% A shorter last batch
sums = 0.1 * x.abs().sum(dim=1)
per_batch = [rows.sum() / len(rows) for rows in sums.split(5)]
print("penalties", [f"{value:.3f}" for value in per_batch])
names = [n for n in dir(nn) if "regulariz" in n.lower()]
assert not names
