"""A bidirectional LSTM in PyTorch: halves of the last axis."""

# %% The same sequences and weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
inputs = rng.normal(size=(3, 4, 3)).astype("float32")
target = rng.normal(size=(3, 10)).astype("float32")
shapes = [(3, 20), (5, 20), (20,)] * 2  # forward, backward
weights = [rng.normal(size=s).astype("float32") / 2 for s in shapes]

# %% Carry the weights over
lstm = nn.LSTM(3, 5, batch_first=True, bidirectional=True)
zero = np.zeros(20, "float32")
arrays = [*weights[:3], zero, *weights[3:], zero]
tensors = [torch.from_numpy(array.T) for array in arrays]
names = lstm.state_dict()
lstm.load_state_dict(dict(zip(names, tensors, strict=True)))

# %% Merge the directions
x = torch.from_numpy(inputs)
concatenated, (h_n, _) = lstm(x)
forward, backward = concatenated.chunk(2, dim=-1)
summed = forward + backward
averaged = (forward + backward) / 2
print("shapes:", tuple(concatenated.shape), tuple(summed.shape))

# %% The last output
naive_last = concatenated[:, -1]
matched_last = torch.cat([h_n[0], h_n[1]], dim=-1)
assert torch.equal(h_n[1], backward[:, 0])
print(f"norm: {matched_last.norm():.4f}")

# %% One training step
loss = nn.MSELoss()(matched_last, torch.from_numpy(target))
loss.backward()
torch.optim.SGD(lstm.parameters(), lr=1.0).step()
kernels = [lstm.weight_ih_l0.T, lstm.weight_ih_l0_reverse.T]
kernels_after_step = torch.cat(kernels)
