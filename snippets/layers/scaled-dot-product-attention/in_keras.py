"""Scaled dot-product attention in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same queries, keys and values
import numpy as np
from keras import ops

rng = np.random.default_rng(0)
shape = 2, 4, 4, 3  # four steps, four heads
q, k, v = rng.normal(size=(3, *shape)).astype("float32")
mask = np.tri(4, dtype=bool)
bias = rng.normal(size=(4, 4)).astype("float32")

# %% The line a reader copies first
attend = ops.dot_product_attention
naive = attend(q, k, v)

# %% Each in its layout
matched = attend(q, k, v)
scores = ops.einsum("bqhd,bkhd->bhqk", q, k) / 3**0.5
by_hand = ops.einsum("bhqk,bkhd->bqhd", ops.softmax(scores), v)
np.testing.assert_allclose(
    *map(ops.convert_to_numpy, (by_hand, matched)), 1e-4, 1e-6
)
own_scale = attend(q, k, v, scale=1.0)
print(f"mean: {ops.mean(matched):.4f}")

# %% A Boolean and an additive mask
masked = attend(q, k, v, mask=mask[None, None])
first = ops.convert_to_numpy(masked)[:, 0]
np.testing.assert_allclose(first, v[:, 0], rtol=1e-5)
with_bias = attend(q, k, v, bias=bias[None, None])
print(f"mean with mask: {ops.mean(masked):.4f}")

# %% A query that may attend to nothing
nothing = mask.copy()
nothing[0] = False
naive_first = attend(q, k, v, mask=nothing[None, None])[:, 0]
first = ops.convert_to_numpy(naive_first)
np.testing.assert_allclose(first, v.mean(axis=1), 1e-4, 1e-6)
seen = nothing.any(axis=-1)[None, :, None, None]
cleared = ops.where(
    seen, attend(q, k, v, mask=nothing[None, None]), 0
)
print(f"size: {abs(first).max():.4f}")
