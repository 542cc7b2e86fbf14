"""The shrinking functions in Keras: their thresholds."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same points
import numpy as np
from keras import activations, ops
from keras.config import backend

points = np.linspace(-2, 2, 42, dtype="float32")
x = ops.convert_to_tensor(points)
ones = ops.ones_like(x)

# %% Move towards zero, or cut
soft_shrink = activations.soft_shrink(x)
soft_shrink_1 = activations.soft_shrink(x, threshold=1.0)
hard_shrink = activations.hard_shrink(x)
print(f"softshrink of 2: {soft_shrink[-1]:.2f}")
print(f"hardshrink of 2: {hard_shrink[-1]:.2f}")
inside = abs(points) < 0.5
assert not ops.convert_to_numpy(soft_shrink)[inside].any()
assert not ops.convert_to_numpy(hard_shrink)[inside].any()
nan = ops.full((1,), np.nan)
kept = backend() == "torch"
assert ops.isnan(activations.soft_shrink(nan))[0] == kept
assert ops.isnan(activations.hard_shrink(nan))[0] == kept

# %% Subtract the tangent
tanh_shrink = activations.tanh_shrink(x)
by_hand = x - ops.tanh(x)
assert ops.all(ops.isclose(tanh_shrink, by_hand, atol=1e-6))
print(f"tanhshrink of 2: {tanh_shrink[-1]:.3f}")

# %% The derivatives
_, soft_shrink_derivative = ops.jvp(
    activations.soft_shrink, (x,), (ones,)
)
_, tanh_shrink_derivative = ops.jvp(
    activations.tanh_shrink, (x,), (ones,)
)
