"""Low-rank adaptation in PyTorch: a module of one's own."""

# %% A trained kernel and a first small matrix
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
kernel = (rng.normal(size=(32, 16)) / 6).astype("float32")
down = (rng.normal(size=(32, 2)) / 6).astype("float32")
x = torch.from_numpy(rng.normal(size=(8, 32)).astype("float32"))
y = torch.zeros(8, 16)


# %% Add the low-rank part
assert not [n for n in dir(nn) if "lora" in n.lower()]


class LowRank(nn.Module):
    def __init__(self, base, down):
        super().__init__()
        self.base = base.requires_grad_(False)
        self.down = nn.Parameter(down)
        up = torch.zeros(down.shape[1], base.out_features)
        self.up = nn.Parameter(up)

    def forward(self, x):
        return self.base(x) + x @ self.down @ self.up


base = nn.Linear(32, 16, bias=False)
base.weight.data = torch.from_numpy(kernel.T)
model = LowRank(base, torch.from_numpy(down))
free = [p for p in model.parameters() if p.requires_grad]
trainable_parameters = sum(p.numel() for p in free)
output_at_start = model(x)
assert torch.equal(output_at_start, base(x))
print(f"trains {trainable_parameters} of {kernel.size}")

# %% Train it
optimizer = torch.optim.SGD(free, lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    nn.functional.mse_loss(model(x), y).backward()
    optimizer.step()
down_after_training, up_after_training = model.down, model.up
output_after_training = model(x)
assert base.weight.grad is None  # it is frozen
print(f"up to {up_after_training.abs().max():.3f}")
