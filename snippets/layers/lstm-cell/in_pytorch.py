"""An LSTM cell in PyTorch: one step at a time."""

# %% The same sequences and weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
inputs = rng.normal(size=(2, 4, 3)).astype("float32")
kernel = rng.normal(size=(3, 20)).astype("float32") / 2
recurrent_kernel = rng.normal(size=(5, 20)).astype("float32") / 2
bias = rng.normal(size=20).astype("float32")

# %% A new cell
torch.manual_seed(0)
cell = nn.LSTMCell(3, 5)
naive_forget_bias = cell.bias_ih[5:10] + cell.bias_hh[5:10]
assert cell.bias_ih.abs().max() < 1 / 5**0.5
assert cell.bias_hh.abs().max() < 1 / 5**0.5
cells = [nn.LSTMCell(3, 5) for _ in range(100)]
sums = torch.stack([c.bias_ih + c.bias_hh for c in cells])
assert 1 / 5**0.5 < sums.abs().max() < 2 / 5**0.5
with torch.no_grad():  # start as Keras does
    cell.bias_ih.zero_()
    cell.bias_ih[5:10] = 1
    cell.bias_hh.zero_()
forget_bias = cell.bias_ih[5:10].clone()

# %% Carry the weights over
arrays = kernel.T, recurrent_kernel.T, bias, np.zeros(20)
tensors = map(torch.from_numpy, arrays)
names = cell.state_dict()
cell.load_state_dict(dict(zip(names, tensors, strict=True)))

# %% Four steps
x = torch.from_numpy(inputs)
state = torch.zeros(2, 5), torch.zeros(2, 5)
for step in x.unbind(dim=1):
    state = cell(step, state)
hidden_state, cell_state = state
looped = hidden_state
print(f"hidden: {hidden_state.norm():.4f}")
print(f"cell: {cell_state.norm():.4f}")

# %% One training step
hidden_state.square().mean().backward()
torch.optim.SGD(cell.parameters(), lr=1.0).step()
kernels_after_step = torch.cat([cell.weight_ih.T, cell.weight_hh.T])
