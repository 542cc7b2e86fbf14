"""Stop the gradient in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same numbers
import numpy as np
from keras import ops

start = np.array([0.4, 1.3, 2.6], "float32")


def derivative(function):
    x = ops.convert_to_tensor(start)
    slope = ops.jvp(function, (x,), (ops.ones_like(x),))[1]
    if slope is None:  # how TensorFlow says 0 here
        slope = ops.zeros_like(x)
    return ops.convert_to_numpy(slope)


# %% A factor that counts as a constant
with_gradient = derivative(lambda x: x**2 * x)
half_stopped = derivative(lambda x: x**2 * ops.stop_gradient(x))
assert np.allclose(with_gradient, 3 * start**2)
assert np.allclose(half_stopped, 2 * start**2)
print([f"{value:.3f}" for value in half_stopped])


# %% Round, but learn as if not
def straight_through(x):
    return x + ops.stop_gradient(ops.round(x) - x)


rounding = derivative(ops.round)
straight_gradient = derivative(straight_through)
straight_values = straight_through(ops.convert_to_tensor(start))
assert np.allclose(ops.convert_to_numpy(straight_values), [0, 1, 3])
assert np.allclose(rounding, 0)
assert np.allclose(straight_gradient, 1)
