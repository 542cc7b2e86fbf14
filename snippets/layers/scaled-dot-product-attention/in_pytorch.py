"""Scaled dot-product attention in PyTorch."""

# %% The same queries, keys and values
import numpy as np
import torch
from torch.nn import functional as F

rng = np.random.default_rng(0)
shape = 2, 4, 4, 3  # four steps, four heads
q, k, v = rng.normal(size=(3, *shape)).astype("float32")
mask = np.tri(4, dtype=bool)
bias = rng.normal(size=(4, 4)).astype("float32")

# %% The line a reader copies first
attend = F.scaled_dot_product_attention
query, key, value = map(torch.from_numpy, (q, k, v))
naive = attend(query, key, value)  # attends between the heads

# %% Each in its layout
heads_first = [x.transpose(1, 2) for x in (query, key, value)]
matched = attend(*heads_first).transpose(1, 2)
scores = heads_first[0] @ heads_first[1].mT / 3**0.5
by_hand = scores.softmax(dim=-1) @ heads_first[2]
torch.testing.assert_close(by_hand.transpose(1, 2), matched)
own_scale = attend(*heads_first, scale=1.0).transpose(1, 2)
print(f"mean: {matched.mean():.4f}")

# %% A Boolean and an additive mask
masked = attend(*heads_first, attn_mask=torch.from_numpy(mask))
masked = masked.transpose(1, 2)
torch.testing.assert_close(masked[:, 0], value[:, 0])
with_bias = attend(*heads_first, attn_mask=torch.from_numpy(bias))
with_bias = with_bias.transpose(1, 2)
print(f"mean with mask: {masked.mean():.4f}")

# %% A query that may attend to nothing
nothing = torch.from_numpy(mask).clone()
nothing[0] = False
cleared = attend(*heads_first, attn_mask=nothing).transpose(1, 2)
naive_first = cleared[:, 0]
assert not naive_first.any()
print(f"size: {naive_first.abs().max():.4f}")
