"""A PyTorch module is compiled only on request."""

# %% A model
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x, y, w = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(8, 3), (8, 2), (3, 2)]
)
runs = []


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 2, bias=False)
        self.linear.weight.data = w.T.clone()

    def forward(self, x):
        if not torch.compiler.is_compiling():
            runs.append("as written")
        return self.linear(x)


def train(model):
    runs.clear()
    sgd = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(4):
        sgd.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        sgd.step()
    return len(runs)


# %% Left to itself
network = Network()
by_default = train(network)
print("forward runs as written:", by_default, "times in 4 steps")
weights_by_default = network.linear.weight.T
assert by_default == 4

# %% Asked to compile
network = Network()
on_request = train(torch.compile(network, backend="eager"))
print("compiled:", on_request, "times")
assert on_request == 0

# %% Asked not to compile
network = Network()
refused = train(torch.compile(network, disable=True))
weights_not_compiled = network.linear.weight.T
assert refused == 4
