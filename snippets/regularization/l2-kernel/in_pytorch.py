"""An L2 penalty in PyTorch: weight decay, or by hand."""

# %% A linear model with given weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x, y, kernel_start, bias_start = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(8, 4), (8, 1), (4, 1), (1,)]
)


def step(groups, penalty=0.0):
    model = nn.Linear(4, 1)
    with torch.no_grad():
        model.weight.copy_(kernel_start.T)
        model.bias.copy_(bias_start)
    optimizer = torch.optim.SGD(groups(model), lr=0.1)
    squares = model.weight.square().sum()
    loss = nn.functional.mse_loss(model(x), y) + penalty * squares
    loss.backward()
    optimizer.step()
    return model.weight.detach().T, model.bias.detach(), loss.item()


# %% The same number
naive_kernel, naive_bias, naive_reported_loss = step(
    lambda model: [
        {"params": model.parameters(), "weight_decay": 0.1}
    ]
)
print(f"loss {naive_reported_loss:.3f}")

# %% The same step
kernel, bias, loss_without_penalty = step(
    lambda model: [
        {"params": [model.weight], "weight_decay": 0.2},
        {"params": [model.bias]},
    ]
)
by_hand, _, loss_with_penalty = step(nn.Module.parameters, 0.1)
assert torch.allclose(kernel, by_hand)
print(f"kernel {kernel.norm():.3f}, bias {bias.item():.3f}")

# %% The loss, with and without the penalty
print(f"with    {loss_with_penalty:.3f}")
print(f"without {loss_without_penalty:.3f}")
