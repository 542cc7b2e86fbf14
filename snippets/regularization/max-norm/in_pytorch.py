"""Max-norm in PyTorch: renorm after the step."""

# %% A kernel with norms above 1
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x, y, kernel = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(8, 5), (8, 3), (5, 3)]
)  # kernel: (inputs, outputs)

# %% The same array, the same axis
naive_same_array = torch.renorm(kernel, p=2, dim=0, maxnorm=1.0)
same_array = torch.renorm(kernel, p=2, dim=1, maxnorm=1.0)
assert (naive_same_array.norm(dim=1) <= 1.0001).all()
print("columns", same_array.norm(dim=0).numpy().round(3))

# %% Train with the constraint
model = nn.Linear(5, 3, bias=False)
with torch.no_grad():
    model.weight.copy_(kernel.T)
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
for _ in range(3):
    optimizer.zero_grad()
    nn.functional.mse_loss(model(x), y).backward()
    optimizer.step()
    with torch.no_grad():
        limited = torch.renorm(model.weight, 2, 0, 1.0)
        model.weight.copy_(limited)
kernel_after_steps = model.weight.T
norms_after_steps = model.weight.norm(dim=1)
print("norms", norms_after_steps.detach().numpy().round(3))
