"""A siamese model in PyTorch: one module, called twice."""

# %% Pairs of samples and one weight matrix
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
left, right = rng.normal(size=(2, 16, 5)).astype("float32")
target = rng.uniform(size=(16, 1)).astype("float32")
weight = rng.normal(size=(5, 4)).astype("float32") / 2


# %% One encoder or two
class Siamese(nn.Module):
    def __init__(self, left, right):
        super().__init__()
        self.left, self.right = left, right

    def forward(self, left, right):
        gap = self.left(left) - self.right(right)
        return gap.square().mean(dim=-1, keepdim=True)


def encoder():
    linear = nn.Linear(5, 4, bias=False)
    linear.load_state_dict({"weight": torch.from_numpy(weight.T)})
    return nn.Sequential(linear, nn.Tanh())


one = encoder()
shared, separate = Siamese(one, one), Siamese(encoder(), encoder())
assert len(list(shared.parameters())) == 1
assert len(list(separate.parameters())) == 2

# %% The gradient is the sum over both calls
batch = torch.from_numpy(left), torch.from_numpy(right)
losses, gradients = [], []
for model in (shared, separate):
    distance = model(*batch)
    loss = nn.functional.mse_loss(
        distance, torch.from_numpy(target)
    )
    loss.backward()
    losses.append(loss.item())
    gradients += [p.grad.T for p in model.parameters()]
shared_gradient, left_gradient, right_gradient = gradients
total = left_gradient + right_gradient
torch.testing.assert_close(shared_gradient, total)
print(
    f"loss {losses[0]:.4g}, with separate encoders {losses[1]:.4g}"
)
