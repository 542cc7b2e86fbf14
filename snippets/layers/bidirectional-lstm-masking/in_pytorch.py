"""Padded sequences in PyTorch: pack them for the LSTM."""

# %% Padded sequences and weights
import numpy as np
import torch
from torch import nn
from torch.nn.utils import rnn

rng = np.random.default_rng(0)
lengths = np.array([6, 4, 2])
is_step = np.arange(6) < lengths[:, None]
padded = rng.normal(size=(3, 6, 4)) * is_step[:, :, None]
padded = padded.astype("float32")
target = rng.normal(size=(3, 10)).astype("float32")
shapes = [(4, 20), (5, 20), (20,)] * 2  # forward, backward
weights = [rng.normal(size=s).astype("float32") / 2 for s in shapes]

# %% Carry the weights over
lstm = nn.LSTM(4, 5, batch_first=True, bidirectional=True)
zero = np.zeros(20, "float32")  # PyTorch has two biases
arrays = [*weights[:3], zero, *weights[3:], zero]
values = [torch.from_numpy(array.T) for array in arrays]
names = lstm.state_dict()
lstm.load_state_dict(dict(zip(names, values, strict=True)))

# %% Padding read as data, then skipped
x = torch.from_numpy(padded)
outputs, (h_n, _) = lstm(x)
naive, padding_read = outputs[:, -1], torch.cat([*h_n], dim=-1)
one_step, _ = lstm(x[:, -1:])
torch.testing.assert_close(naive[:, 5:], one_step[:, 0, 5:])

packed = rnn.pack_padded_sequence(x, lengths, batch_first=True)
outputs, (h_n, _) = lstm(packed)
matched = torch.cat([*h_n], dim=-1)
every_step, _ = rnn.pad_packed_sequence(outputs, batch_first=True)
shift = (padding_read - matched).abs().amax(dim=-1)
print("changed by the padding:", shift.gt(1e-3).tolist())

# %% One training step
optimizer = torch.optim.SGD(lstm.parameters(), lr=1.0)
loss = nn.functional.mse_loss(matched, torch.from_numpy(target))
loss.backward()
optimizer.step()
recurrent = [lstm.weight_hh_l0.T, lstm.weight_hh_l0_reverse.T]
kernels_after_step = torch.cat(recurrent)
