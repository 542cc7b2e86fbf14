"""The triplet margin loss in PyTorch."""

# %% Anchors, positives and negatives
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
triplets = rng.normal(size=(8, 3, 5)).astype("float32")
triplets = torch.from_numpy(triplets)
kernel = rng.normal(size=(5, 4)).astype("float32")

model = nn.Linear(5, 4, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))

# %% The loss
triplet_margin = nn.TripletMarginLoss()
loss = triplet_margin(*model(triplets).unbind(1))
print(f"loss {loss.item():.4f}")

# %% The gradient of the weights
loss.backward()
kernel_gradient = model.weight.grad.T.clone()
print(f"largest gradient {kernel_gradient.abs().max():.3f}")

# %% Where anchor and positive coincide
triplets[:, 1] = triplets[:, 0]
model.zero_grad()
triplet_margin(*model(triplets).unbind(1)).backward()
gradient_of_equal_pair = model.weight.grad.T
assert gradient_of_equal_pair.isfinite().all()
print("finite gradient")
