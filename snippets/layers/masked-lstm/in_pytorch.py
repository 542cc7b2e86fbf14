"""Masked steps in PyTorch: lengths, packed."""

# %% Padded sentences and weights
import numpy as np
import torch
from torch import nn
from torch.nn.utils import rnn

rng = np.random.default_rng(0)
tokens = np.array([[3, 1, 4, 2], [2, 5, 0, 0], [1, 0, 0, 0]])
gap = np.array([[3, 0, 4, 2]])
shapes = [(6, 3), (3, 16), (4, 16), (16,)]
weights = [rng.normal(size=s).astype("float32") / 2 for s in shapes]

# %% Carry the weights over
table, kernel, recurrent_kernel, bias = weights
embedding = nn.Embedding.from_pretrained(
    torch.from_numpy(table.copy()), freeze=False
)
lstm = nn.LSTM(3, 4, batch_first=True)
arrays = kernel.T, recurrent_kernel.T, bias, np.zeros(16)
tensors = map(torch.from_numpy, arrays)
names = lstm.state_dict()
lstm.load_state_dict(dict(zip(names, tensors, strict=True)))


# %% Skip the padding
def encode(ids):
    lengths = (ids != 0).sum(dim=1)
    packed = rnn.pack_padded_sequence(
        embedding(ids), lengths, batch_first=True
    )
    outputs, (h_n, _) = lstm(packed)
    every_step, _ = rnn.pad_packed_sequence(
        outputs, batch_first=True, total_length=ids.shape[1]
    )
    return every_step, h_n[0]


naive_every_step, final_state = encode(torch.from_numpy(tokens))
matched_every_step = naive_every_step
print("last row is zero:", not naive_every_step[2, 1:].any())

# %% Skip a step in the middle
ids = torch.from_numpy(gap)
_, gap_final_state = encode(ids[ids != 0][None])
print(f"norm: {gap_final_state.norm():.4f}")

# %% One training step
final_state.square().mean().backward()
torch.optim.SGD(embedding.parameters(), lr=1.0).step()
table_after_step = embedding.weight

# %% A sentence of padding only
try:
    encode(torch.tensor([[3, 1, 4, 2], [0, 0, 0, 0]]))
except RuntimeError as error:
    print(str(error).split(",")[0])
else:
    raise AssertionError("an error was expected")
