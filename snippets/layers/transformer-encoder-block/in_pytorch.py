"""A transformer encoder block in PyTorch: one built-in class."""

# %% Weights, tokens and targets
import numpy as np
import torch
from torch import nn

DIM, HEADS, WIDE = 8, 2, 16
rng = np.random.default_rng(0)
*qkv, out = rng.normal(0, 0.3, (4, DIM, DIM))  # each (out, in)
up = rng.normal(0, 0.3, (WIDE, DIM))
down = rng.normal(0, 0.3, (DIM, WIDE))
x, y = rng.normal(0, 0.3, (2, 4, 6, DIM)).astype("float32")

# %% The block
block = nn.TransformerEncoderLayer(
    DIM, HEADS, WIDE, dropout=0.0, batch_first=True
)
default = nn.TransformerEncoderLayer(DIM, HEADS, WIDE)
rates = [
    m.p for m in default.modules() if isinstance(m, nn.Dropout)
]
assert rates == [0.1] * 3 and default.self_attn.dropout == 0.1

# %% Carry the weights over
state = block.state_dict()
state |= {
    "self_attn.in_proj_weight": torch.tensor(np.concatenate(qkv)),
    "self_attn.out_proj.weight": torch.tensor(out),
    "linear1.weight": torch.tensor(up),
    "linear1.bias": torch.zeros(WIDE),
    "linear2.weight": torch.tensor(down),
    "linear2.bias": torch.zeros(DIM),
}
block.load_state_dict(state)
x, y = torch.from_numpy(x), torch.from_numpy(y)
naive = output = block(x)

# %% Three training steps
optimizer = torch.optim.SGD(block.parameters(), lr=0.1)
losses = []
for _ in range(3):
    loss = nn.functional.mse_loss(block(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
packed = block.self_attn.in_proj_weight
qkv_after_steps = packed.unflatten(0, (3, DIM)).mT
print("losses:", [f"{loss:.4g}" for loss in losses])
