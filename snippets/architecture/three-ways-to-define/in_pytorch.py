"""A small network in PyTorch, defined in three styles."""

# %% Input and weights
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

rng = np.random.default_rng(0)
x, w1, b1, w2, b2 = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(3, 4), (4, 5), (5,), (5, 2), (2,)]
)

# %% A stack of layers
stack = nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, 2))
stack.load_state_dict(
    {"0.weight": w1.T, "0.bias": b1, "2.weight": w2.T, "2.bias": b2}
)
stacked = stack(x)

# %% Functions composed
hidden = F.relu(F.linear(x, w1.T, b1))
composed = F.linear(hidden, w2.T, b2)
assert torch.allclose(composed, stacked)


# %% A class
class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 5)
        self.out = nn.Linear(5, 2)

    def forward(self, x):
        return self.out(F.relu(self.hidden(x)))


network = Network()
network.hidden.load_state_dict(stack[0].state_dict())
network.out.load_state_dict(stack[2].state_dict())
subclassed = network(x)
assert torch.allclose(subclassed, stacked)
print([f"{value:.3f}" for value in subclassed[0]])
