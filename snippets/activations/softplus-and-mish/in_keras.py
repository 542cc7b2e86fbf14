"""Softplus and Mish in Keras: beta and threshold."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same points
import numpy as np
from keras import activations, ops

points = np.linspace(-5.9, 30.1, 61, dtype="float32")
x = ops.convert_to_tensor(points)
ones = ops.ones_like(x)

# %% The defaults
softplus = activations.softplus(x)
_, softplus_derivative = ops.jvp(
    activations.softplus, (x,), (ones,)
)
print(f"softplus of 0: {activations.softplus(ops.zeros(())):.4f}")

# %% With beta, and with a threshold
naive_scaled_input = activations.softplus(2.0 * x)
beta_2 = naive_scaled_input / 2.0
beta_2_threshold_3 = ops.where(2.0 * x > 3.0, x, beta_2)
gap = ops.max(ops.abs(beta_2 - beta_2_threshold_3))
print(f"the threshold changes at most {gap:.4f}")

# %% Mish
mish = activations.mish(x)
_, mish_derivative = ops.jvp(activations.mish, (x,), (ones,))
assert ops.all(ops.isclose(mish, x * ops.tanh(softplus)))
print(f"smallest value {ops.min(mish):.4f}")
