"""Sorting in PyTorch."""

# %% Sort
import torch

x = torch.tensor([3.0, 1.0, 4.0, 1.5, 5.0, 9.0])
ascending, order = torch.sort(x)
assert torch.equal(order, torch.argsort(x))
descending = torch.sort(x, descending=True).values
print("order", order.tolist())

# %% The largest ones
top_values, top_indices = torch.topk(x, 2)
largest, where = torch.max(x, dim=0)
print("top", top_values.tolist(), "at", top_indices.tolist())
assert where == top_indices[0] == torch.argmax(x)
assert largest == top_values[0]
first_of_equal = torch.argmax(torch.tensor([1, 7, 7]))
print("argmax of two equal ones", first_of_equal.item())

# %% The middle one
naive_median = torch.median(x)
median = torch.quantile(x, 0.5)
print("median", naive_median.item(), "quantile", median.item())

# %% Not a number, and equal values
holed = torch.tensor([2.0, float("nan"), 3.0])
print("largest of NaN:", torch.argmax(holed).item())
largest_known = torch.argmax(holed.nan_to_num(-torch.inf))
equal_values = torch.topk(torch.tensor([1.0, 1, 1, 0]), 2).values
