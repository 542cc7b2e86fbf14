"""Joining and cutting tensors in PyTorch."""

# %% Join
import torch

x = torch.arange(12.0).reshape(2, 6)
joined = torch.cat([x, -x], dim=1)
stacked = torch.stack([x, -x], dim=1)
print("cat", tuple(joined.shape), "stack", tuple(stacked.shape))

# %% Cut with a number
naive_count = len(torch.split(x, 2, dim=1))
print("split(x, 2) gives", naive_count, "pieces")
first_of_two = torch.split(x, 3, dim=1)[0]
assert torch.equal(first_of_two, torch.chunk(x, 2, dim=1)[0])

# %% Cut with a list
naive_list = [p.shape[1] for p in x.split([1, 2, 3], dim=1)]
print("lengths for [1, 2, 3]:", naive_list)
middle_piece = torch.split(x, [1, 2, 3], dim=1)[1]
assert torch.equal(
    middle_piece, torch.tensor_split(x, [1, 3], dim=1)[1]
)

# %% Cut into uneven pieces
pieces = torch.tensor_split(x, 4, dim=1)
uneven_lengths = [p.shape[1] for p in pieces]
print("four pieces of six columns:", uneven_lengths)

# %% Seven into two
seven = torch.arange(7.0)
print("split:", [len(p) for p in torch.split(seven, 4)])
first_of_seven = torch.tensor_split(seven, 2)[0]
