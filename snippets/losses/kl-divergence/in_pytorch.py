"""The Kullback-Leibler divergence in PyTorch."""

# %% Predicted and true distributions
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
p = rng.dirichlet(np.ones(4), size=6).astype("float32")
p = torch.from_numpy(p)

model = nn.Linear(5, 4, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(kernel.T))
log_q = model(torch.from_numpy(features)).log_softmax(-1)

# %% The default loss
naive = nn.KLDivLoss()(log_q, p)
naive_without_log = nn.KLDivLoss()(log_q.exp(), p)
print(f"default {naive.item():.3f}")
print(f"without the logarithm {naive_without_log.item():.3f}")

# %% The divergence that is meant
kl = nn.KLDivLoss(reduction="batchmean")
matched = kl(log_q, p)
assert torch.isclose(matched, 4 * naive)
assert not torch.isclose(matched, kl(p.log(), log_q.exp()))
ruled_out = kl(torch.tensor([[1.0, 0]]).log(), torch.ones(1, 2) / 2)
assert ruled_out.isinf()
print(f"divergence {matched.item():.3f}")

# %% The gradient of the weights
matched.backward()
kernel_gradient = model.weight.grad.T
print(f"largest gradient {kernel_gradient.abs().max():.3f}")
