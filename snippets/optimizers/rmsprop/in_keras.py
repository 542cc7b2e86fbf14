"""RMSprop in Keras: epsilon inside the square root."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Follow a list of gradients
import keras
import numpy as np
from keras import ops

gradients = np.array([0.5, -0.3, 0.2, 0.9, 0.1], "float32")


def path(gradients, **arguments):
    w = keras.Variable(0.0)
    optimizer = keras.optimizers.RMSprop(**arguments)
    positions = []
    for gradient in gradients:
        gradient = ops.convert_to_tensor(gradient, "float32")
        optimizer.apply([gradient], [w])
        positions.append(w.numpy().item())
    return np.array(positions)


# %% The defaults
naive = path(gradients)
print(f"after 5 steps {naive[-1]:.4f}")

# %% The same rate and decay, ordinary gradients
ordinary_gradients = path(gradients, learning_rate=0.01)
print(f"after 5 steps {ordinary_gradients[-1]:.4f}")

# %% The same epsilon, tiny gradients
same = dict(learning_rate=0.01, rho=0.9, epsilon=1e-7)
tiny_gradients_same_epsilon = path(1e-4 * gradients, **same)
print(f"after 5 steps {tiny_gradients_same_epsilon[-1]:.4f}")

first_step_same_epsilon = path([1e-4], **same)
mean_square = 0.1 * 1e-4**2
size = 0.01 * 1e-4 / np.sqrt(mean_square + 1e-7)
assert np.isclose(-first_step_same_epsilon[0], size, rtol=1e-4)
print(f"first step {first_step_same_epsilon[0]:.4f}")
