"""What is in a weights file in PyTorch: a dictionary."""

# %% Save the weights of a layer
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
given = rng.normal(size=(3, 2)).astype("float32")
model = nn.Sequential(nn.Linear(3, 2))
model[0].weight.data = torch.from_numpy(given.T)
nn.init.ones_(model[0].bias)
torch.save(model.state_dict(), "model.pt")

# %% Look inside without the model
file = torch.load("model.pt")
print(list(file))

# %% Read the numbers
naive_shape = list(file["0.weight"].shape)
kernel = file["0.weight"].T.numpy()
bias = file["0.bias"].numpy()
assert np.array_equal(kernel, given)
print("shape of the kernel:", naive_shape)
