"""Loading part of the weights in PyTorch: strict=False."""

# %% A trained model and one with another head
from collections import OrderedDict

import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(4, 3)).astype("float32"))
kernel = rng.normal(size=(3, 5)).astype("float32")


def build(classes):
    body, head = nn.Linear(3, 5), nn.Linear(5, classes)
    return nn.Sequential(OrderedDict(body=body, head=head))


old, new = build(10), build(2)
old.body.weight.data = torch.from_numpy(kernel.T)
nn.init.ones_(old.body.bias)

# %% Load what fits
state = {
    name: tensor
    for name, tensor in old.state_dict().items()
    if tensor.shape == new.state_dict()[name].shape
}
report = new.load_state_dict(state, strict=False)
left_out = report.missing_keys
tensors_left_out = len(left_out)
print("left out:", left_out)

# %% The body is the same
features = new.body(x)
assert torch.allclose(features, old.body(x))
