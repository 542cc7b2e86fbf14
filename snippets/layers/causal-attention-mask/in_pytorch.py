"""Causal attention in PyTorch: the mask is yours."""

# %% The same tokens and weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
tokens = rng.normal(size=(2, 4, 6)).astype("float32")
kernels = rng.normal(size=(4, 6, 6)).astype("float32") / 2

# %% Carry the weights over
attention = nn.MultiheadAttention(
    6, 2, bias=False, batch_first=True
)
packed = np.concatenate(kernels[:3], axis=1).T
state = {"in_proj_weight": packed, "out_proj.weight": kernels[3].T}
attention.load_state_dict(
    {name: torch.from_numpy(array) for name, array in state.items()}
)

# %% Look only back
x = torch.from_numpy(tokens)
lower = torch.ones(4, 4).tril()
mask = lower == 0  # True: must not look
matched, weights = attention(x, x, x, attn_mask=mask)
naive, _ = attention(x, x, x, attn_mask=lower)  # a float: added
try:
    attention(x, x, x, is_causal=True)
except RuntimeError as error:
    print(str(error).split(".")[0])
print("first row:", [round(w, 4) for w in weights[0, 0].tolist()])

# %% Change the later steps
x = torch.cat([x[:, :1], x[:, 1:] + 1], dim=1)
changed, _ = attention(x, x, x, attn_mask=mask)
pair = changed[:, 0], matched[:, 0]
first_step_changes = not torch.allclose(*pair, atol=1e-6)
