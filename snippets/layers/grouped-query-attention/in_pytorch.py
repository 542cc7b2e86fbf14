"""Grouped-query attention in PyTorch: projections of yours."""

# %% The same tokens and weights
import numpy as np
import torch
from torch.nn import functional as F

rng = np.random.default_rng(0)
tokens = rng.normal(size=(2, 5, 6)).astype("float32")
target = rng.normal(size=(2, 5, 6)).astype("float32")
shapes = [(6, 4, 3), (6, 2, 3), (6, 2, 3), (4, 3, 6)]
weights = [rng.normal(size=s).astype("float32") / 2 for s in shapes]

# %% Carry the weights over
x = torch.from_numpy(tokens)
kernels = [torch.from_numpy(w).requires_grad_() for w in weights]


def attend(repeat=None, **options):
    q, k, v = (
        torch.einsum("btf,fhd->bhtd", x, kernel)
        for kernel in kernels[:3]
    )
    if repeat:
        k, v = repeat(k), repeat(v)
    heads = F.scaled_dot_product_attention(
        q, k, v, enable_gqa=not repeat, **options
    )
    return torch.einsum("bhtd,hdf->btf", heads, kernels[3])


# %% Four query heads on two key heads
output = attend()
same = attend(lambda x: x.repeat_interleave(2, dim=1))
torch.testing.assert_close(same, output)
naive = attend(lambda x: x.repeat(1, 2, 1, 1))
causal = attend(is_causal=True)
print(f"mean: {output.mean():.4f}")
print(f"causal: {causal.mean():.4f}")

# %% One training step
F.mse_loss(output, torch.from_numpy(target)).backward()
torch.optim.SGD(kernels, lr=1.0).step()
key_kernel_after_step = kernels[1]
