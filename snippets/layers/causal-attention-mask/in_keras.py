"""Causal attention in Keras: an argument of the call."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same tokens and weights
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
tokens = rng.normal(size=(2, 4, 6)).astype("float32")
kernels = rng.normal(size=(4, 6, 6)).astype("float32") / 2

# %% Carry the weights over
attention = layers.MultiHeadAttention(2, key_dim=3, use_bias=False)
attention.build(tokens.shape, tokens.shape)
split = [kernel.reshape(6, 2, 3) for kernel in kernels[:3]]
attention.set_weights([*split, kernels[3].reshape(2, 3, 6)])

# %% Look only back
matched, per_head = attention(
    tokens,
    tokens,
    use_causal_mask=True,
    return_attention_scores=True,
)
weights = ops.convert_to_numpy(ops.mean(per_head, axis=1))
lower = np.tri(4)[None]  # 1: may look
naive = attention(tokens, tokens, attention_mask=lower)
assert not np.triu(weights[0], 1).any()
print("first row:", [round(float(w), 4) for w in weights[0, 0]])

# %% Change the later steps
x = np.concatenate([tokens[:, :1], tokens[:, 1:] + 1], axis=1)
changed = attention(x, x, use_causal_mask=True)
pair = [ops.convert_to_numpy(y)[:, 0] for y in (changed, matched)]
first_step_changes = not np.allclose(*pair, atol=1e-6)
