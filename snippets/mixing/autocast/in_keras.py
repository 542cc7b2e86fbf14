"""A Keras layer under torch.autocast (torch backend)."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% One layer in full precision
import numpy as np
import torch
from keras import layers

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(8, 64)).astype("float32"))
w = rng.normal(size=(64, 4)).astype("float32")
layer = layers.Dense(4)
layer.build((None, 64))
layer.set_weights([w, np.zeros(4)])
full = layer(x)

# %% Under autocast
with torch.autocast("cpu", dtype=torch.bfloat16):
    reduced = layer(x)
naive_is_bfloat16 = reduced.dtype == torch.bfloat16
print("output:", reduced.dtype, "weights:", layer.kernel.dtype)

# %% Less precision inside
error = ((reduced - full).norm() / full.norm()).item()
assert 1e-4 < error < 1e-2
weights_stay_float32 = layer.kernel.dtype == "float32"

# %% The same numbers
policy = layers.Dense(4, dtype="mixed_bfloat16")
policy.build((None, 64))
policy.set_weights(layer.get_weights())
assert policy(x).dtype == torch.bfloat16
assert torch.equal(policy(x).float(), reduced)
output = reduced
