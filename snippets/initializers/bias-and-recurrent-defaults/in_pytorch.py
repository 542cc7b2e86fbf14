"""Defaults of biases and LSTMs in PyTorch."""

# %% A dense bias
import math

import torch
from torch import nn

torch.manual_seed(0)
bias = nn.Linear(100, 50).bias
assert bias.abs().max() <= 1 / math.sqrt(100)
naive_linear_bias_is_zero = not bias.any().item()
print("zero:", naive_linear_bias_is_zero)

# %% An LSTM as it starts
lstm = nn.LSTM(3000, 20)
kernel, recurrent, bias_ih, bias_hh = lstm.all_weights[0]
for w in lstm.parameters():
    assert w.abs().max() <= 1 / math.sqrt(20)
products = recurrent.T @ recurrent
naive_recurrent_is_orthogonal = torch.allclose(
    products, torch.eye(20), atol=1e-5
)
forget = (bias_ih + bias_hh)[20:40]
naive_forget_bias_is_one = bool((forget == 1).all())
print("orthogonal:", naive_recurrent_is_orthogonal)
print("forget bias one:", naive_forget_bias_is_one)

# %% The start that Keras chooses
nn.init.xavier_uniform_(kernel)
input_kernel_limit = kernel.abs().max()
nn.init.orthogonal_(recurrent)
recurrent_products = recurrent.T @ recurrent
nn.init.zeros_(bias_ih)
nn.init.zeros_(bias_hh)
nn.init.ones_(bias_ih[20:40])  # input, forget, cell, output
bias = bias_ih + bias_hh
