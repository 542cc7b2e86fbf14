"""Number types of results in PyTorch."""

# %% Whole numbers with floating-point ones
import numpy as np
import torch

whole = torch.tensor([1, 2, 3])
fractions = torch.tensor([0.5, 0.25, 0.125])
mixed_product = whole * fractions
quotient = whole / 2
print("whole numbers:", whole.dtype)
print("product:", mixed_product.dtype)
print("quotient:", quotient.dtype)

# %% Count and average
how_many_true = torch.sum(whole > 1)
print("sum of booleans:", how_many_true.dtype)
try:
    torch.mean(whole)
except RuntimeError:
    print("mean of whole numbers: RuntimeError")

# %% A sum that leaves 32 bits
large = torch.tensor([2**31 - 1, 1], dtype=torch.int32)
naive_large_sum = torch.sum(large)
print("sum of int32:", naive_large_sum.item())
large_sum = torch.sum(large.float())
print("sum of float32:", int(large_sum))
assert naive_large_sum == large_sum == 2**31

# %% Types from NumPy, and half precision
from_numpy = torch.from_numpy(np.array([1])).dtype
print("from NumPy's int64:", from_numpy)
half = torch.ones(3, dtype=torch.float16)
assert (whole * half).dtype == (whole / half).dtype == torch.float16
assert (half * half.bfloat16()).dtype == torch.float32
