"""Dropout of channels in PyTorch: the second axis."""

# %% Images of ones, channels first
import torch
from torch import nn

torch.manual_seed(0)
images = torch.ones(8, 16, 5, 5)


def constant_along(output, *axes):
    return bool((output == output.mean(axes, keepdim=True)).all())


# %% The layer as it comes
naive = nn.Dropout2d(0.5)(images)
naive_drops_whole_channels = constant_along(naive, 2, 3)
naive_drops_whole_columns = constant_along(naive, 1, 2)
print("whole channels:", naive_drops_whole_channels)
print("whole columns: ", naive_drops_whole_columns)

# %% Say where the channels are
output = naive
drops_whole_channels = constant_along(output, 2, 3)
values = output.unique()
print("whole channels:", drops_whole_channels)
print("values:", values.tolist())

# %% The same with channels last
last = images.movedim(1, -1)
output = nn.Dropout2d(0.5)(last.movedim(-1, 1)).movedim(1, -1)
drops_whole_channels_last = constant_along(output, 1, 2)
print("whole channels:", drops_whole_channels_last)
