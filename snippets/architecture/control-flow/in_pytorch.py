"""Control flow on tensor values in PyTorch."""

# %% A model that branches and loops on values
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
kernel = rng.normal(0, 0.4, (3, 3)).astype("float32")
x = torch.from_numpy(rng.normal(size=(2, 3)).astype("float32"))


class Settle(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 3, bias=False)
        self.linear.weight.data = torch.from_numpy(kernel.T)

    def forward(self, x):
        self.passes = 0
        if x.mean() < 0:
            x = -x
        while x.abs().max() > 0.1:
            x = torch.tanh(self.linear(x))
            self.passes += 1
        return x


# %% Two inputs, two paths
model = Settle()
large_output = model(10 * x)
print("passes for large values:", model.passes)
small_output = model(x / 100)
print("passes for small values:", model.passes)

# %% One step of training through the loop
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
nn.functional.mse_loss(model(x), torch.ones(2, 3)).backward()
optimizer.step()
kernel_after_step = model.linear.weight.T
print("passes in training:", model.passes)
