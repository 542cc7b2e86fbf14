"""Two stacked LSTMs in PyTorch: one module."""

# %% The same sequences and weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
inputs = rng.normal(size=(2, 5, 3)).astype("float32")
shapes = [(3, 16), (4, 16), (16,), (4, 16), (4, 16), (16,)]
weights = [rng.normal(size=s).astype("float32") / 2 for s in shapes]

# %% Carry the weights over
lstm = nn.LSTM(3, 4, num_layers=2, batch_first=True)
zero = np.zeros(16, "float32")
arrays = [*weights[:3], zero, *weights[3:], zero]
tensors = [torch.from_numpy(array.T) for array in arrays]
names = lstm.state_dict()
lstm.load_state_dict(dict(zip(names, tensors, strict=True)))

# %% Outputs and final states
x = torch.from_numpy(inputs)
sequence, (final_states, _) = lstm(x)
print("final states:", tuple(final_states.shape))
print(f"mean: {sequence.mean():.4f}")

# %% Drop everything
dropped = nn.LSTM(3, 4, 2, batch_first=True, dropout=1.0)
dropped.load_state_dict(lstm.state_dict())
dropped_sequence, (h_n, _) = dropped(x)
dropped_first_layer = h_n[0]
assert torch.equal(dropped_first_layer, final_states[0])
dropped.eval()
assert torch.equal(dropped(x)[0], sequence)

# %% One training step
sequence.square().mean().backward()
torch.optim.SGD(lstm.parameters(), lr=1.0).step()
kernels = lstm.weight_ih_l0.T, lstm.weight_ih_l1.T
kernels_after_step = torch.cat(kernels)
