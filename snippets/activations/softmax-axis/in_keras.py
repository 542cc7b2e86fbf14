"""Softmax in Keras: which axis sums to one."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same scores: batch, time, classes
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
scores = rng.normal(size=(2, 4, 3)).astype("float32")
x = ops.convert_to_tensor(scores)

# %% No axis named
naive_three_axes = layers.Softmax()(x)
values = ops.convert_to_numpy(naive_three_axes)
sums = [values.sum(axis) for axis in range(3)]
axes = [axis for axis in range(3) if np.allclose(sums[axis], 1)]
print("axes that sum to one:", axes)

# %% The axis stated
softmax = ops.softmax(x, axis=-1)
log_softmax = ops.log_softmax(x, axis=-1)
direction = ops.convert_to_tensor(scores[::-1].copy())
_, derivative = ops.jvp(
    lambda x: ops.softmax(x, axis=-1), (x,), (direction,)
)

# %% Without the last class
keep = ops.convert_to_tensor([[[True, True, False]]])
masked = layers.Softmax()(x, mask=keep)
row = ops.convert_to_numpy(masked)[0, 0].tolist()
nothing = ops.zeros((1, 3), dtype="bool")
assert not ops.any(layers.Softmax()(x[0, :1], mask=nothing))
print("first row:", [round(p, 3) for p in row])
