"""A separable convolution in PyTorch: two convolutions."""

# %% The same images and kernels
import numpy as np
import torch
from torch import nn

assert not [n for n in dir(nn) if "separable" in n.lower()]
rng = np.random.default_rng(0)
images = rng.normal(size=(2, 6, 6, 3)).astype("float32")
depthwise = rng.normal(size=(3, 3, 3, 2)).astype("float32")
pointwise = rng.normal(size=(1, 1, 6, 4)).astype("float32")

# %% The line a reader copies first
first = nn.Conv2d(3, 6, 3, groups=3)
second = nn.Conv2d(6, 4, 1)
model = nn.Sequential(first, second)
naive_parameters = sum(p.numel() for p in model.parameters())
first = nn.Conv2d(3, 6, 3, groups=3, bias=False)
model = nn.Sequential(first, second)
parameters = sum(p.numel() for p in model.parameters())
print("parameters:", naive_parameters, parameters)

# %% Carry the kernels over
by_channel = depthwise.transpose(2, 3, 0, 1).reshape(6, 1, 3, 3)
oihw = pointwise.transpose(3, 2, 0, 1)
with torch.no_grad():
    first.weight.copy_(torch.from_numpy(by_channel))
    second.weight.copy_(torch.from_numpy(oihw))
    second.bias.zero_()
result = model(torch.from_numpy(images).permute(0, 3, 1, 2))
output = result.permute(0, 2, 3, 1)

# %% Train one step
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
result.square().mean().backward()
optimizer.step()
by_channel = first.weight.reshape(3, 2, 3, 3)
depthwise_after_step = by_channel.permute(2, 3, 0, 1)
pointwise_after_step = second.weight.permute(2, 3, 1, 0)
bias_after_step = second.bias
