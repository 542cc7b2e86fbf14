"""CELU in Keras: what alpha does to the slope at zero."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same points
import keras
import numpy as np
from keras import activations, layers, ops

points = np.linspace(-4, 4, 40, dtype="float32")
x = ops.convert_to_tensor(points)
ones = ops.ones_like(x)

# %% The default is ELU
celu = layers.Activation("celu")(x)
assert not any("celu" in name.lower() for name in dir(layers))
assert ops.all(ops.isclose(celu, activations.elu(x)))
print(f"CELU of -4: {celu[0]:.3f}")

# %% With another alpha it is not
celu_alpha_2 = activations.celu(x, alpha=2.0)
print(f"CELU of -4: {celu_alpha_2[0]:.3f}")

# %% The slope just below zero
_, derivative_alpha_2 = ops.jvp(
    lambda x: activations.celu(x, alpha=2.0), (x,), (ones,)
)
_, elu_derivative_alpha_2 = ops.jvp(
    lambda x: activations.elu(x, alpha=2.0), (x,), (ones,)
)
_, at_zero = ops.jvp(activations.celu, (0 * x,), (ones,))
tensorflow = keras.backend.backend() == "tensorflow"
assert at_zero[0] == (2 if tensorflow else 1)
print(f"x = {x[19]:.3f}")
print(f"CELU's slope {derivative_alpha_2[19]:.3f}")
print(f"ELU's slope  {elu_derivative_alpha_2[19]:.3f}")
