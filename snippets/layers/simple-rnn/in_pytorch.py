"""A simple RNN in PyTorch: two biases."""

# %% The same sequences and weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
inputs = rng.normal(size=(4, 6, 3)).astype("float32")
kernel = rng.normal(size=(3, 5)).astype("float32") / 2
recurrent_kernel = rng.normal(size=(5, 5)).astype("float32") / 2
bias = rng.normal(size=5).astype("float32")

# %% Carry the weights over
rnn = nn.RNN(3, 5, batch_first=True)
arrays = kernel.T, recurrent_kernel.T, bias, 0 * bias
tensors = map(torch.from_numpy, arrays)
weights = dict(zip(rnn.state_dict(), tensors, strict=True))
rnn.load_state_dict(weights)
naive_parameters = sum(p.numel() for p in rnn.parameters())
print("parameters:", naive_parameters)

# %% Every step and the final state
x = torch.from_numpy(inputs)
sequence, hidden = rnn(x)
final_state = hidden[0]
relu_rnn = nn.RNN(3, 5, nonlinearity="relu", batch_first=True)
relu_rnn.load_state_dict(weights)
relu_sequence, _ = relu_rnn(x)
print(f"mean with ReLU: {relu_sequence.mean():.4f}")

# %% One training step
final_state.square().mean().backward()
torch.optim.SGD(rnn.parameters(), lr=1.0).step()
steps = {k: w - weights[k] for k, w in rnn.state_dict().items()}
w_ih, w_hh, b_ih, b_hh = steps.values()
kernels_step = torch.cat([w_ih.T, w_hh.T])
one_bias_step, naive_bias_step = b_ih, b_ih + b_hh
torch.testing.assert_close(naive_bias_step, 2 * one_bias_step)
print(f"bias moved by: {naive_bias_step.norm():.4f}")
