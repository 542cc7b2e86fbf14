"""A validation split in PyTorch: drawn at random."""

# %% Data sorted by class, and a fixed model
import numpy as np
import torch
from torch import nn
from torch.utils.data import TensorDataset, random_split

rng = np.random.default_rng(0)
features = rng.normal(size=(40, 3)).astype("float32")
labels = np.repeat([0.0, 1.0], 20).astype("float32")[:, None]
x, y = torch.from_numpy(features), torch.from_numpy(labels)
model = nn.Linear(3, 1)
nn.init.ones_(model.weight)
nn.init.zeros_(model.bias)

# %% What is held out by default
generator = torch.Generator().manual_seed(0)
data = TensorDataset(x, y)
_, held_out = random_split(data, [0.75, 0.25], generator)
classes = torch.stack([label for _, label in held_out])
naive_share_of_class_one = classes.mean()
assert 0 < naive_share_of_class_one < 1  # both classes


# %% Hold out the tail
@torch.no_grad()
def validation_loss(x, y):
    return nn.functional.mse_loss(model(x[-10:]), y[-10:])


loss_on_tail = validation_loss(x, y)
print(f"loss on the tail {loss_on_tail:.3f}")

# %% Permute first
order = rng.permutation(40)
loss_on_permuted_tail = validation_loss(x[order], y[order])
print(f"loss after permuting {loss_on_permuted_tail:.3f}")
print("of class one:", int(y[order][-10:].sum()), "of 10")
