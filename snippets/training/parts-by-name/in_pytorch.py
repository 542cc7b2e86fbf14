"""A model, a loss and an optimizer, assembled in PyTorch."""

# %% Data and a kernel, made with NumPy
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x, y, kernel = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(16, 4), (16, 1), (4, 1)]
)


def new_model():
    linear = nn.Linear(4, 1, bias=False)
    linear.load_state_dict({"weight": kernel.T})
    return nn.Sequential(linear)


# %% Parts as objects
model = new_model()
loss = nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
loss(model(x), y).backward()
optimizer.step()
kernel_from_objects = model[0].weight.T
print(f"first weight {kernel_from_objects[0, 0]:.4f}")

# %% Parts by name
naive_name_works = hasattr(torch.optim, "get")
assert not naive_name_works  # nothing looks a string up
model = new_model()
name = "SGD"
optimizer = getattr(torch.optim, name)(model.parameters(), lr=0.01)
nn.functional.mse_loss(model(x), y).backward()
optimizer.step()
kernel_from_names = model[0].weight.T
