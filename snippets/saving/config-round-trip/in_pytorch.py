"""The architecture as text in PyTorch: your arguments."""

# %% A model with given weights
import json

import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(4, 3)).astype("float32"))
shapes = (3, 5), (5, 2)
kernels = [rng.normal(size=s).astype("float32") for s in shapes]


def build(inputs, hidden, outputs):
    return nn.Sequential(
        nn.Linear(inputs, hidden, bias=False),
        nn.Tanh(),
        nn.Linear(hidden, outputs, bias=False),
    )


arguments = dict(inputs=3, hidden=5, outputs=2)
model = build(**arguments)
for layer, kernel in zip(model[::2], kernels, strict=True):
    layer.weight.data = torch.from_numpy(kernel.T)

# %% To text and back
names = " ".join(dir(nn.Module))
assert "json" not in names and "config" not in names
text = json.dumps(arguments)
twin = build(**json.loads(text))
parameters = sum(p.numel() for p in twin.parameters())
print("parameters:", parameters)

# %% The weights come separately
assert not torch.allclose(twin(x), model(x))
twin.load_state_dict(model.state_dict())
output = twin(x)
assert torch.allclose(output, model(x))
