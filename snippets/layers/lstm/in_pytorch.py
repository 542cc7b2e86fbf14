"""An LSTM in PyTorch: layout, biases, outputs, training."""

# %% The same sequences and weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
inputs = rng.normal(size=(4, 6, 3)).astype("float32")
kernel = rng.normal(size=(3, 20)).astype("float32")
recurrent_kernel = rng.normal(size=(5, 20)).astype("float32")
bias = rng.normal(size=20).astype("float32")

# %% Carry the weights over
lstm = nn.LSTM(3, 5, batch_first=True)
arrays = kernel.T, recurrent_kernel.T, bias, np.zeros(20)
tensors = map(torch.from_numpy, arrays)
weights = dict(zip(lstm.state_dict(), tensors, strict=True))
lstm.load_state_dict(weights)

# %% The line a reader copies first
x = torch.from_numpy(inputs)
time_first = nn.LSTM(3, 5)
time_first.load_state_dict(weights)
naive = time_first(x)[0][:, -1]  # axis 0 taken for time

# %% All steps and the final state
sequence, (hidden, cell) = lstm(x)
hidden_state, cell_state = hidden[0], cell[0]
assert torch.equal(sequence[:, -1], hidden_state)
print("parameters:", sum(p.numel() for p in lstm.parameters()))


# %% Train three steps
def train(lstm):
    optimizer = torch.optim.SGD(lstm.parameters(), lr=1.0)
    for _ in range(3):
        optimizer.zero_grad()
        lstm(x)[1][0].square().mean().backward()
        optimizer.step()
    return lstm(x)[1][0][0]


naive_trained = train(lstm)
assert torch.equal(lstm.bias_ih_l0.grad, lstm.bias_hh_l0.grad)
lstm.load_state_dict(weights)
lstm.bias_hh_l0.requires_grad_(False)
trained = train(lstm)
print(f"loss after training: {trained.square().mean():.4f}")
