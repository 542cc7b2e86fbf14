"""One vector for every time step in PyTorch."""

# %% The same vectors
import numpy as np
import torch
from torch import nn

assert not [n for n in dir(nn) if "repeat" in n.lower()]
rng = np.random.default_rng(0)
vectors = rng.normal(size=(2, 3)).astype("float32")
kernel = rng.normal(size=(3, 3)).astype("float32")
target = rng.normal(size=(2, 4, 3)).astype("float32")
x = torch.from_numpy(vectors)

# %% Repeat along a new axis
repeated = x[:, None].expand(-1, 4, -1)  # no copy is made
print("shape:", tuple(repeated.shape))

# %% Other ways to repeat
tiled = x.repeat(1, 4)
assert torch.equal(tiled.reshape(2, 4, 3), repeated)
rows = x.repeat_interleave(4, dim=0)
print("shapes:", tuple(tiled.shape), tuple(rows.shape))

# %% Train a layer below it
linear = nn.Linear(3, 3, bias=False)
linear.load_state_dict({"weight": torch.from_numpy(kernel.T)})
output = linear(x)[:, None].expand(-1, 4, -1)
nn.MSELoss()(output, torch.from_numpy(target)).backward()
torch.optim.SGD(linear.parameters(), lr=1.0).step()
kernel_after_step = linear.weight.T
print(f"norm of the kernel: {kernel_after_step.norm():.4f}")
