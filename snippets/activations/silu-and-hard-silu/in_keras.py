"""SiLU and hard SiLU in Keras: names and values."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same points
import numpy as np
from keras import activations, ops

points = np.linspace(-4.9, 5.1, 51, dtype="float32")
x = ops.convert_to_tensor(points)
ones = ops.ones_like(x)

# %% SiLU, also called Swish
silu = activations.silu(x)
assert activations.get("swish") is activations.silu
assert ops.all(ops.isclose(silu, x * ops.sigmoid(x)))
print(f"smallest value {ops.min(silu):.4f}")

# %% Its piecewise version
hard_silu = activations.hard_silu(x)
assert activations.get("hard_swish") is activations.hard_silu
by_hand = x * ops.clip(x + 3, 0, 6) / 6
assert ops.all(ops.isclose(hard_silu, by_hand))
print(f"smallest value {ops.min(hard_silu):.4f}")
print(f"furthest apart {ops.max(ops.abs(hard_silu - silu)):.4f}")

# %% The derivatives
_, silu_derivative = ops.jvp(activations.silu, (x,), (ones,))
_, hard_silu_derivative = ops.jvp(
    activations.hard_silu, (x,), (ones,)
)
