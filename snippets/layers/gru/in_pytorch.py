"""A GRU in PyTorch: the order of the gates."""

# %% The same sequences and weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
inputs = rng.normal(size=(4, 6, 3)).astype("float32")
kernel = rng.normal(size=(3, 15)).astype("float32")
recurrent_kernel = rng.normal(size=(5, 15)).astype("float32")
biases = rng.normal(size=(2, 15)).astype("float32")
x = torch.from_numpy(inputs)

# %% Copy the weights as they are
gru = nn.GRU(3, 5, batch_first=True)
arrays = kernel.T, recurrent_kernel.T, *biases
tensors = map(torch.from_numpy, arrays)
weights = dict(zip(gru.state_dict(), tensors, strict=True))
gru.load_state_dict(weights)
naive = gru(x)[0].detach()

# %% Swap the first two gates
order = [*range(5, 10), *range(5), *range(10, 15)]
swapped = {name: w[order] for name, w in weights.items()}
gru.load_state_dict(swapped)
sequence, hidden = gru(x)
final_state = hidden[0]
print("parameters:", sum(p.numel() for p in gru.parameters()))

# %% Train three steps
optimizer = torch.optim.SGD(gru.parameters(), lr=1.0)
for _ in range(3):
    optimizer.zero_grad()
    gru(x)[1][0].square().mean().backward()
    optimizer.step()
trained = gru(x)[1][0]
print(f"loss after training: {trained.square().mean():.4f}")
