"""Print a PyTorch module and count its parameters."""

# %% A small network
from collections import OrderedDict

from torch import nn

layers = OrderedDict(
    conv=nn.Conv2d(1, 4, 3),
    norm=nn.BatchNorm2d(4),
    flatten=nn.Flatten(),
    dense=nn.Linear(144, 10),
)
model = nn.Sequential(layers)

# %% Print it
print(model)
assert not hasattr(model, "summary")

# %% Count
naive_total = sum(p.numel() for p in model.parameters())
trainable = sum(
    p.numel() for p in model.parameters() if p.requires_grad
)
norm = model.norm
statistics = norm.running_mean.numel() + norm.running_var.numel()
total = trainable + statistics
print("parameters:", naive_total, "with statistics:", total)
