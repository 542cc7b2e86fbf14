"""Two inputs and two outputs in PyTorch: forward and a sum."""

# %% Data and weights
import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy, mse_loss

rng = np.random.default_rng(0)
area, photo = rng.normal(size=(2, 16, 4)).astype("float32")
price = rng.normal(size=(16, 1)).astype("float32")
kind = rng.integers(0, 3, size=16)
weights = [rng.normal(size=s) / 2 for s in [(8, 6), (6, 1), (6, 3)]]


# %% The model
class House(nn.Module):
    def __init__(self):
        super().__init__()
        self.shared = nn.Linear(8, 6)
        self.price, self.kind = nn.Linear(6, 1), nn.Linear(6, 3)

    def forward(self, area, photo):
        joined = torch.cat([area, photo], dim=-1)
        hidden = torch.tanh(self.shared(joined))
        return self.price(hidden), self.kind(hidden)


model = House()
for layer, weight in zip(model.children(), weights, strict=True):
    nn.init.zeros_(layer.bias)
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(weight.T))

# %% Two losses and their weighted sum
batch = torch.from_numpy(area), torch.from_numpy(photo)
predicted_price, logits = model(*batch)
price_loss = mse_loss(predicted_price, torch.from_numpy(price))
kind_loss = cross_entropy(logits, torch.from_numpy(kind))
naive_kind_loss = kind_loss
total_loss = price_loss + 0.2 * kind_loss
print(f"total {total_loss:.4g}")

# %% One training step
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
total_loss.backward()
optimizer.step()
shared_weights_after_step = model.shared.weight.T
