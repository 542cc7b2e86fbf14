"""State between batches in PyTorch: you pass it on."""

# %% The same sequences and weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
inputs = rng.normal(size=(2, 6, 3)).astype("float32")
shapes = (3, 4), (4, 4), (4,)
weights = [rng.normal(size=s).astype("float32") / 2 for s in shapes]

# %% Carry the weights over
rnn = nn.RNN(3, 4, batch_first=True)
arrays = [array.T for array in weights] + [np.zeros(4)]
tensors = map(torch.from_numpy, arrays)
names = rnn.state_dict()
rnn.load_state_dict(dict(zip(names, tensors, strict=True)))
rnn.bias_hh_l0.requires_grad_(False)  # Keras has one bias

# %% Two halves
x = torch.from_numpy(inputs)
first, second = x.chunk(2, dim=1)
whole = rnn(x)[1][0]
_, state = rnn(first)
second_half = rnn(second, state)[1][0]
print(f"state: {second_half.norm():.4f}")

# %% Call the layer twice
after_reset = rnn(first)[1][0]
naive_second_call = from_zero = rnn(second)[1][0]

# %% Inside fit and predict
lstm = nn.LSTM(3, 4, batch_first=True)
optimizer = torch.optim.SGD(lstm.parameters())
state = None
for half in (first, second):  # an LSTM has no error here
    _, state = lstm(half, state)
    state[0].square().mean().backward()
    optimizer.step()
    state = [part.detach() for part in state]

# %% Train on one half, then on the other
optimizer = torch.optim.SGD(rnn.parameters(), lr=1.0)
state = None
for half in (first, second):
    optimizer.zero_grad()
    _, state = rnn(half, state)
    state.square().mean().backward()
    optimizer.step()
    state = state.detach()
trained = rnn.weight_ih_l0.T, rnn.weight_hh_l0.T
weights_after_two_steps = torch.cat(trained)
