"""Adam in Keras: epsilon is added before bias correction."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Follow a list of gradients
import math

import keras
import numpy as np
from keras import ops

gradients = np.array([0.5, -0.3, 0.2, 0.9, 0.1], "float32")


def path(gradients, **arguments):
    w = keras.Variable(0.0)
    optimizer = keras.optimizers.Adam(0.1, **arguments)
    positions = []
    for gradient in gradients:
        gradient = ops.convert_to_tensor(gradient, "float32")
        optimizer.apply([gradient], [w])
        positions.append(w.numpy().item())
    return np.array(positions)


# %% Ordinary gradients, the same epsilon
ordinary_gradients = path(gradients, epsilon=1e-8)
print(f"after 5 steps {ordinary_gradients[-1]:.3f}")
naive_ordinary_gradients = path(gradients)

# %% Tiny gradients, default epsilon
naive_tiny_gradients = path(1e-6 * gradients)
print(f"after 5 steps {naive_tiny_gradients[-1]:.3f}")

# %% Tiny gradients, the same epsilon
tiny_gradients_same_epsilon = path(1e-6 * gradients, epsilon=1e-7)
print(f"after 5 steps {tiny_gradients_same_epsilon[-1]:.3f}")

first_step_same_epsilon = path([1e-6], epsilon=1e-7)
enlarged = 1e-7 / math.sqrt(1 - 0.999)  # by the bias correction
size = 0.1 * 1e-6 / (1e-6 + enlarged)
assert math.isclose(-first_step_same_epsilon[0], size, rel_tol=1e-4)
print(f"first step {first_step_same_epsilon[0]:.4f}")
