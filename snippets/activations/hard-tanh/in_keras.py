"""The hard tanh in Keras: its bounds."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same points
import numpy as np
from keras import activations, ops

points = np.linspace(-3, 3, 42, dtype="float32")
x = ops.convert_to_tensor(points)
ones = ops.ones_like(x)

# %% The default bounds
hard_tanh = activations.hard_tanh(x)
_, derivative = ops.jvp(activations.hard_tanh, (x,), (ones,))
low, high = ops.min(hard_tanh), ops.max(hard_tanh)
print(f"from {low:.1f} to {high:.1f}")


# %% Other bounds
def clipped(x):
    return ops.clip(x, -0.5, 2.0)


other_bounds, other_bounds_derivative = ops.jvp(
    clipped, (x,), (ones,)
)
bounds = ops.convert_to_tensor([-0.5, 2.0])
_, slope_at_the_bounds = ops.jvp(clipped, (bounds,), (ops.ones(2),))
low, high = ops.min(other_bounds), ops.max(other_bounds)
print(f"from {low:.1f} to {high:.1f}")
