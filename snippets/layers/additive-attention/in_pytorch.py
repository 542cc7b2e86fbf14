"""Additive attention in PyTorch: write it."""

# %% The same queries, keys and values
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
query = rng.normal(size=(2, 3, 4)).astype("float32")
key, value = rng.normal(size=(2, 2, 5, 4)).astype("float32")
target = rng.normal(size=(2, 3, 4)).astype("float32")
scale = rng.normal(size=4).astype("float32")


names = [n for n in dir(nn) if "attention" in n.lower()]
assert names == ["MultiheadAttention", "attention"]


# %% The layer
class AdditiveAttention(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(size))

    def forward(self, query, key, value):
        total = query[:, :, None] + key[:, None]
        weights = (self.scale * total.tanh()).sum(-1).softmax(-1)
        return weights @ value, weights


# %% Carry the scale over
attention = AdditiveAttention(4)
attention.load_state_dict({"scale": torch.from_numpy(scale)})
q, k, v = map(torch.from_numpy, (query, key, value))
output, attention_weights = attention(q, k, v)
naive = output
print(f"largest weight: {attention_weights.max():.4f}")

# %% One training step
nn.MSELoss()(output, torch.from_numpy(target)).backward()
torch.optim.SGD(attention.parameters(), lr=1.0).step()
scale_after_step = attention.scale
