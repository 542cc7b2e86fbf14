"""Count captured graphs and runs of forward in PyTorch."""

# %% A model that counts its executions
import torch
from torch import nn

x, y = torch.ones(16, 4), torch.ones(16, 1)
runs, graphs = [], []


class Counting(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 1)

    def forward(self, x):
        runs.append("forward")
        return self.linear(x)


def capture(graph, example_inputs):
    graphs.append(graph)
    return graph.forward  # no code is generated


def train(model):
    sgd = torch.optim.SGD(model.parameters(), lr=0.01)
    for xs, ys in zip(x.split(1), y.split(1), strict=True):
        sgd.zero_grad()
        nn.functional.mse_loss(model(xs), ys).backward()
        sgd.step()


# %% What compile does before training
compiled = torch.compile(nn.Linear(4, 1), backend=capture)
assert not graphs  # nothing is captured yet

# %% Sixteen steps, by default and the other way
train(Counting())
runs_by_default = len(runs)
assert runs_by_default == 16 and not graphs
train(compiled)
assert len(graphs) == 1
print("runs of forward in 16 steps:", runs_by_default)
print("graphs captured for 16 compiled steps:", len(graphs))
