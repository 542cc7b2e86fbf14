"""train() and eval() on a PyTorch module."""

# %% Dropout and batch normalization
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(3, 1, (64, 4)).astype("float32"))
norm = nn.BatchNorm1d(4, eps=1e-3)
model = nn.Sequential(norm, nn.Dropout(0.5))


def moves(call):
    """Does `call` drop values, and does it move the statistics?"""
    before = norm.running_mean.clone()
    output = call()
    dropped = bool((output == 0).any())
    moved = not torch.equal(norm.running_mean, before)
    return [dropped, moved]


# %% Just call it
naive_call = moves(lambda: model(x))
print("as made:", naive_call)

# %% After train() and after eval()
model.train()
naive_after_train = moves(lambda: model(x))
model.eval()
after_eval = moves(lambda: model(x))
print("train():", naive_after_train, "eval():", after_eval)

# %% What controls the layers
model.train()
training = moves(lambda: model(x))
model.eval()
inference = moves(lambda: model(x))
assert training == [True, True] and inference == [False, False]

# %% The same output in the mode of inference
norm.reset_running_stats()
output = model(x)
