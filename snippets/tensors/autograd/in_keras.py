"""Gradients in Keras come from the backend."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A function with a known derivative
import keras
import numpy as np
from keras import ops

start = np.array([0.5, 1.0, 2.0], "float32")
slope = 2 * start * np.sin(start) + start**2 * np.cos(start)


def f(x):
    return x**2 * ops.sin(x)


# %% Backward through the recorded operations
assert not hasattr(ops, "grad")
assert not hasattr(ops, "vjp")
found = [name for name in dir(ops) if "grad" in name.lower()]
assert found == ["custom_gradient", "stop_gradient"]
backend = keras.backend.backend()
if backend == "torch":
    x = keras.Variable(start)
    ops.sum(f(x)).backward()
    gradient = x.value.grad
elif backend == "jax":
    import jax

    gradient = jax.grad(lambda x: ops.sum(f(x)))(start)
else:
    import tensorflow as tf

    x = tf.Variable(start)
    with tf.GradientTape() as tape:
        total = ops.sum(f(x))
    gradient = tape.gradient(total, x)
assert np.allclose(gradient, slope)
print([f"{value:.3f}" for value in gradient])

# %% Derivatives as functions
x = ops.convert_to_tensor(start)


def derivative(function):
    return lambda x: ops.jvp(function, (x,), (ops.ones_like(x),))[1]


first_derivative = derivative(f)(x)
second_derivative = derivative(derivative(f))(x)
assert np.allclose(ops.convert_to_numpy(first_derivative), slope)
print([f"{value:.3f}" for value in second_derivative])
