"""An orthogonal penalty in PyTorch: by hand."""

# %% A weight
import numpy as np
import torch
from torch import nn
from torch.nn.utils.parametrizations import orthogonal

names = [*nn.utils.parametrizations.__all__, *dir(nn)]
names = [n for n in names if "orthogonal" in n.lower()]
assert names == ["orthogonal"]  # the parametrization alone
rng = np.random.default_rng(0)
kernel = torch.from_numpy(rng.normal(size=(5, 3)))
model = nn.Linear(5, 3, bias=False, dtype=torch.float64)
with torch.no_grad():
    model.weight.copy_(kernel.T)


def penalty(matrix):
    rows = nn.functional.normalize(matrix)
    cosines = (rows @ rows.T).abs()
    pairs = torch.triu_indices(*cosines.shape, offset=1)
    return 0.01 * cosines[*pairs].mean()


# %% The penalty of the weight as it is
naive_penalty = penalty(model.weight).detach()
print(f"{naive_penalty:.5f}")

# %% The penalty of rows and columns of the kernel
penalty_of_rows = penalty(model.weight.T).detach()
penalty_of_columns = penalty(model.weight).detach()
print(f"rows    {penalty_of_rows:.5f}")
print(f"columns {penalty_of_columns:.5f}")

# %% The penalty of an orthogonal matrix
penalty_of_orthogonal = penalty(orthogonal(model).weight).detach()
assert abs(penalty_of_orthogonal) < 1e-8
print("orthogonal: zero")

# %% A kernel of one row
assert penalty(model.weight[:1]).isnan()  # no pair to average
