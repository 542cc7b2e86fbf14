"""RMS normalization in PyTorch."""

# %% The same inputs, ordinary and tiny
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
ordinary = rng.normal(size=(3, 8)).astype("float32")
tiny = ordinary / 1000
target = rng.normal(size=(3, 8)).astype("float32")
scale = rng.normal(size=8).astype("float32")

# %% The line a reader copies first
default = nn.RMSNorm(8)
unit = default(torch.from_numpy(ordinary))
naive_tiny = default(torch.from_numpy(tiny))
print("eps:", default.eps)
smallest = nn.RMSNorm(8, eps=torch.finfo(torch.float32).eps)
assert torch.equal(naive_tiny, smallest(torch.from_numpy(tiny)))
print(f"largest: {naive_tiny.abs().max():.4f}")

# %% The same epsilon
norm = nn.RMSNorm(8, eps=1e-6)
norm.load_state_dict({"weight": torch.from_numpy(scale)})
matched_tiny = norm(torch.from_numpy(tiny))
assert [*norm.state_dict()] == ["weight"]
print(f"largest: {matched_tiny.abs().max():.4f}")

# %% The default in half precision
for dtype in (torch.float16, torch.bfloat16):
    half = nn.RMSNorm(8, dtype=dtype)
    result = half(torch.from_numpy(tiny).to(dtype)).float()
    own = nn.RMSNorm(8, eps=torch.finfo(dtype).eps, dtype=dtype)
    other = own(torch.from_numpy(tiny).to(dtype)).float()
    assert (result - other).abs().max() > 1  # not its own step
    if dtype == torch.float16:
        float16_output = result
    else:
        bfloat16_output = result
wide = nn.RMSNorm(8, dtype=torch.float64)
tiniest = torch.full((8,), 1e-6, dtype=torch.float64)
assert wide(tiniest).min() > 0.99  # float64 has its own step

# %% Another axis than the last
cube = np.stack([ordinary, 2 * ordinary, -ordinary])  # (3, 3, 8)
last = nn.RMSNorm(3, eps=1e-6)
last.load_state_dict({"weight": torch.from_numpy(scale[:3])})
square = torch.from_numpy(cube[..., :3])
middle_axis = last(square.mT).mT

# %% One training step
loss = nn.MSELoss()(matched_tiny, torch.from_numpy(target))
loss.backward()
torch.optim.SGD(norm.parameters(), lr=1.0).step()
scale_after_step = norm.weight
