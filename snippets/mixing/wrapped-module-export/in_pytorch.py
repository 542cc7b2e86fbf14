"""Export a module with dropout in PyTorch."""

# %% A module with dropout and running statistics
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(3, 1, (1, 50)).astype("float32"))
module = nn.Sequential(nn.BatchNorm1d(50), nn.Dropout(0.5))


def run_twice(program):
    return program.module()(x), program.module()(x)


# %% Export it after eval()
module.eval()
first, second = run_twice(torch.export.export(module, (x,)))
naive_repeats = torch.equal(first, second)
print("repeats:", naive_repeats)

# %% With the mode given
program = torch.export.export(module.eval(), (x,))
output, again = run_twice(program)
repeats = torch.equal(output, again)
assert repeats

# %% It still trains
before = module[0].running_mean.clone()
module.train()(torch.cat([x, 2 * x]))
trains_in_fit = not torch.equal(module[0].running_mean, before)
