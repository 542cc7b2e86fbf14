"""Grouped-query attention in PyTorch: projections of yours."""

# %% The same tokens and weights
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

rng = np.random.default_rng(0)
tokens = rng.normal(size=(2, 5, 6)).astype("float32")
target = rng.normal(size=(2, 5, 6)).astype("float32")
names = [n for n in dir(nn) if "group" in n.lower()]
assert names == ["GroupNorm"]  # no layer for it
shapes = [(6, 4, 3), (6, 2, 3), (6, 2, 3), (4, 3, 6)]
weights = [rng.normal(size=s).astype("float32") / 2 for s in shapes]


# %% The layer
class GroupedQueryAttention(nn.Module):
    def __init__(self, size, head, query_heads, key_heads):
        super().__init__()
        self.head = head
        self.query = nn.Linear(size, query_heads * head, bias=False)
        self.key = nn.Linear(size, key_heads * head, bias=False)
        self.value = nn.Linear(size, key_heads * head, bias=False)
        self.out = nn.Linear(query_heads * head, size, bias=False)

    def forward(self, x, repeat=None, is_causal=False):
        q, k, v = (
            part(x).unflatten(-1, (-1, self.head)).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        if repeat:
            k, v = repeat(k), repeat(v)
        heads = F.scaled_dot_product_attention(
            q, k, v, is_causal=is_causal, enable_gqa=not repeat
        )
        return self.out(heads.transpose(1, 2).flatten(2))


# %% Carry the weights over
attention = GroupedQueryAttention(6, 3, query_heads=4, key_heads=2)
arrays = [w.reshape(6, -1).T for w in weights[:3]]
arrays.append(weights[3].reshape(-1, 6).T)
tensors = map(torch.from_numpy, arrays)
names = attention.state_dict()
attention.load_state_dict(dict(zip(names, tensors, strict=True)))
x = torch.from_numpy(tokens)

# %% Four query heads on two key heads
output = attention(x)
same = attention(x, lambda k: k.repeat_interleave(2, dim=1))
torch.testing.assert_close(same, output)
naive = attention(x, lambda k: k.repeat(1, 2, 1, 1))
causal = attention(x, is_causal=True)
print(f"mean: {output.mean():.4f}")
print(f"causal: {causal.mean():.4f}")

# %% One training step
F.mse_loss(output, torch.from_numpy(target)).backward()
torch.optim.SGD(attention.parameters(), lr=1.0).step()
key_kernel_after_step = attention.key.weight.T.reshape(6, 2, 3)
