"""What torch.compile captures of a PyTorch model."""

# %% Count what is captured
import torch
from torch import nn


def captured(model, *shape):
    found = torch._dynamo.explain(model)(torch.rand(32, *shape))
    print("graphs:", found.graph_count, end=", ")
    print("breaks:", found.graph_break_count, end=", ")
    print("operations:", found.op_count)
    return [
        found.graph_count,
        found.graph_break_count,
        found.op_count,
    ]


# %% A dense network
first, last = nn.Linear(32, 64), nn.Linear(64, 10)
dense = captured(nn.Sequential(first, nn.ReLU(), last), 32)

# %% A convolutional network
pool = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
first, second = nn.Conv2d(3, 8, 3), nn.Conv2d(8, 16, 3)
model = nn.Sequential(
    first, nn.ReLU(), second, nn.ReLU(), pool, nn.Linear(16, 10)
)
convolutional = captured(model, 3, 12, 12)
assert dense[:2] == convolutional[:2] == [1, 0]


# %% A print between two layers
class Talking(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.last = nn.Linear(32, 64), nn.Linear(64, 10)

    def forward(self, x):
        x = self.first(x)
        print("a batch of", len(x))
        return self.last(x)


interrupted = captured(Talking(), 32)

# %% Batch normalization in training
model = nn.Sequential(nn.Linear(32, 8), nn.BatchNorm1d(8))
_, breaks_in_training, _ = captured(model.train(), 32)
assert breaks_in_training == 0
