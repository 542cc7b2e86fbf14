"""Multi-head attention in PyTorch: packed weights, True hides."""

# %% The same weights, tokens and mask
import numpy as np
import torch
from torch import nn

DIM, HEADS = 8, 2
rng = np.random.default_rng(0)
matrices = rng.normal(size=(4, DIM, DIM)).astype("float32") / 2
biases = rng.normal(size=(4, DIM)).astype("float32")
tokens = rng.normal(size=(2, 5, DIM)).astype("float32")
is_token = np.array([[1, 1, 1, 0, 0], [1, 1, 1, 1, 0]], bool)

# %% Carry the weights over
attention = nn.MultiheadAttention(DIM, HEADS, batch_first=True)
weight, bias = torch.from_numpy(matrices), torch.from_numpy(biases)
packed = {
    "in_proj_weight": weight[:3].flatten(0, 1),  # query, key, value
    "in_proj_bias": bias[:3].flatten(),
    "out_proj.weight": weight[3],
    "out_proj.bias": bias[3],
}
attention.load_state_dict(packed)
parameters = sum(p.numel() for p in attention.parameters())
naive_parameters = parameters  # DIM is the size of all heads
print("parameters:", parameters)

# %% Output and attention weights of every head
x = torch.from_numpy(tokens)
output, attention_weights = attention(
    x, x, x, average_attn_weights=False
)
print("attention weights:", tuple(attention_weights.shape))

# %% The same padding mask
mask = torch.from_numpy(is_token)
naive, ignoring_tokens = attention(x, x, x, key_padding_mask=mask)
matched, seen = attention(x, x, x, key_padding_mask=~mask)
assert (ignoring_tokens[0, :, :3] == 0).all()  # True hides
assert (seen[0, :, 3:] == 0).all()  # inverted: padding hidden

# %% A row in which everything is masked
nothing = torch.ones(2, 5, dtype=torch.bool)
with_nan, _ = attention(x, x, x, key_padding_mask=nothing)
naive_row_has_nan = bool(with_nan.isnan().any())
only_bias, _ = attention(
    x, x, x, key_padding_mask=nothing, need_weights=False
)
print("NaN:", naive_row_has_nan)
with torch.no_grad():  # the fast path of inference
    fast, _ = attention.eval()(
        x, x, x, key_padding_mask=nothing, need_weights=False
    )
assert fast.isnan().any()
