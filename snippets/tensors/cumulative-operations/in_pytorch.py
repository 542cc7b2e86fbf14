"""Cumulative sums and products in PyTorch."""

# %% The same numbers
import numpy as np
import torch

table = np.array([[1, 2, 3], [4, 5, 6]], "float32")
x = torch.from_numpy(table)

# %% Without an axis
try:
    torch.cumsum(x)
except TypeError:
    print("cumsum needs dim")
flat_sums = torch.cumsum(x.flatten(), dim=0)

# %% Along an axis
sums = torch.cumsum(x, dim=1)
products = torch.cumprod(x, dim=1)
print("sums", sums.tolist())
print("products", products.tolist())

# %% Of what came before, and from the end
exclusive = sums - x
from_the_end = torch.cumsum(x.flip(1), dim=1).flip(1)
print("exclusive", exclusive.tolist())
print("from the end", from_the_end.tolist())

# %% Bytes
pixels = torch.tensor([200, 100], dtype=torch.uint8)
naive_bytes = torch.cumsum(pixels, dim=0)
print("bytes", naive_bytes.tolist())
as_integers = torch.cumsum(pixels, dim=0, dtype=torch.int32)
assert naive_bytes.dtype == torch.int64

# %% Half precision
ones = torch.ones(400, dtype=torch.bfloat16)
print("400 ones:", torch.cumsum(ones, dim=0)[-1].item())
as_float32 = torch.cumsum(ones.float(), dim=0)[-1]
