"""Multi-head attention in Keras: kernels per head, True shows."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same weights, tokens and mask
import numpy as np
from keras import layers, ops

DIM, HEADS = 8, 2
rng = np.random.default_rng(0)
matrices = rng.normal(size=(4, DIM, DIM)).astype("float32") / 2
biases = rng.normal(size=(4, DIM)).astype("float32")
tokens = rng.normal(size=(2, 5, DIM)).astype("float32")
is_token = np.array([[1, 1, 1, 0, 0], [1, 1, 1, 1, 0]], bool)

# %% Carry the weights over
attention = layers.MultiHeadAttention(HEADS, key_dim=DIM // HEADS)
attention.build(tokens.shape, tokens.shape)
weights = []
for matrix, bias in zip(matrices[:3], biases[:3], strict=True):
    weights.append(matrix.T.reshape(DIM, HEADS, DIM // HEADS))
    weights.append(bias.reshape(HEADS, DIM // HEADS))
out = matrices[3].T.reshape(HEADS, DIM // HEADS, DIM)
attention.set_weights([*weights, out, biases[3]])
parameters = attention.count_params()
wide = layers.MultiHeadAttention(HEADS, key_dim=DIM)  # per head!
wide.build(tokens.shape, tokens.shape)
naive_parameters = wide.count_params()
print("parameters:", parameters, "- key_dim=DIM:", naive_parameters)

# %% Output and attention weights of every head
output, attention_weights = attention(
    tokens, tokens, return_attention_scores=True
)
print("attention weights:", tuple(attention_weights.shape))

# %% The same padding mask
mask = is_token[:, None, :]  # (batch, query, key)
matched, seen = attention(
    tokens,
    tokens,
    attention_mask=mask,
    return_attention_scores=True,
)
naive = matched  # nothing to invert
assert ops.all(seen[0, :, :, 3:] == 0)  # True shows: padding hidden

# %% A row in which everything is masked
nothing = np.zeros((2, 5, 5), bool)
options = {"attention_mask": nothing}
plain = attention(tokens, tokens, **options)
zeros, scores = attention(
    tokens, tokens, return_attention_scores=True, **options
)
assert not ops.any(scores)
apart = ops.max(ops.abs(plain - zeros))
assert apart > 0.1  # one layer, two answers
has_nan = bool(ops.any(ops.isnan(plain)))
naive_row_has_nan = has_nan
only_bias = zeros
print("NaN:", naive_row_has_nan)
