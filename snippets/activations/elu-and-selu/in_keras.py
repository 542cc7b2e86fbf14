"""ELU and SELU in Keras: defaults and constants."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same points
import numpy as np
from keras import activations, layers, ops
from keras.config import backend

points = np.linspace(-3.9, 4.1, 41, dtype="float32")
x = ops.convert_to_tensor(points)
ones = ops.ones_like(x)

# %% ELU
elu = layers.ELU()(x)
elu_alpha_half = layers.ELU(alpha=0.5)(x)
_, elu_derivative = ops.jvp(activations.elu, (x,), (ones,))
print(f"ELU of -3.9: {elu[0]:.3f}, {elu_alpha_half[0]:.3f}")

# %% SELU is ELU with two constants
selu = layers.Activation("selu")(x)
_, selu_derivative = ops.jvp(activations.selu, (x,), (ones,))
scale, alpha = 1.0507010, 1.6732632
assert ops.all(ops.isclose(selu, scale * activations.elu(x, alpha)))
_, at_zero = ops.jvp(activations.selu, (0 * x,), (ones,))
slope = scale if backend() == "tensorflow" else scale * alpha
assert ops.isclose(at_zero[0], slope)
far_below = ops.cast(ops.full((1,), -100.0), "bfloat16")
bottom = ops.cast(activations.selu(far_below), "float32")[0]
assert bottom == (-1.75 if backend() == "jax" else -1.7578125)
print(f"SELU of -3.9: {selu[0]:.3f}")
