"""Compile a model just in time in PyTorch."""

# %% Data, weights and a model
import warnings

import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x, y, kernel = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(16, 4), (16, 1), (4, 1)]
)
model = nn.Sequential(nn.Linear(4, 1, bias=False), nn.Tanh())
model[0].load_state_dict({"weight": kernel.T})

# %% What happens by default
assert not isinstance(model, torch.jit.ScriptModule)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch.jit.script(model)
assert caught[0].category is DeprecationWarning
print(caught[0].message)

# %% Compile and train
# "eager" runs the captured graph; the default, "inductor", also
# generates code from it and needs a C++ compiler on a CPU
compiled = torch.compile(model, fullgraph=True, backend="eager")
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
losses = []
for _ in range(3):
    loss = nn.functional.mse_loss(compiled(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
weights_after_steps = model[0].weight.T
print("losses:", [f"{loss:.4g}" for loss in losses])
