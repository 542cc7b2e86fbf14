"""The mode of a module, and its buffers."""

# %% A module with dropout and running statistics
import copy

import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(3, 1, (64, 4)).astype("float32"))
norm = nn.BatchNorm1d(4)
model = nn.Sequential(norm, nn.Dropout(0.5))


def moves(call):
    """Does `call` drop values, and does it move the statistics?"""
    before = norm.running_mean.clone()
    dropped = bool((call() == 0).any())
    return [dropped, not torch.equal(norm.running_mean, before)]


# %% Call it after eval()
model.eval()
output = model(x)
naive_call = moves(lambda: model(x))
print("drops, moves:", naive_call)

# %% Call it for inference
inference = moves(lambda: model(x))
assert inference == [False, False]

# %% Put the weights back
stored = copy.deepcopy(model.state_dict())
model.train()(x)  # moves the statistics
model.load_state_dict(stored)
naive_restored = torch.equal(model.eval()(x), output)
print("as before:", naive_restored)

# %% From a file
torch.save(stored, "weights.pt")
model.train()(x)
model.load_state_dict(torch.load("weights.pt"))
restored_from_file = torch.equal(model.eval()(x), output)
assert restored_from_file
