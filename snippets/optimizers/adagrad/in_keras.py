"""Adagrad in Keras: the accumulator starts at 0.1."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Follow a list of gradients
import keras
import numpy as np
from keras import ops

gradients = np.array([0.5, -0.3, 0.2, 0.9, 0.1], "float32")


def path(gradients, **arguments):
    w = keras.Variable(0.0)
    optimizer = keras.optimizers.Adagrad(**arguments)
    positions = []
    for gradient in gradients:
        gradient = ops.convert_to_tensor(gradient, "float32")
        optimizer.apply([gradient], [w])
        positions.append(w.numpy().item())
    return np.array(positions)


# %% The defaults
naive = path(gradients)
assert naive[0] > -0.001  # less than one full rate
print(f"after 5 steps {naive[-1]:.4f}")

# %% The same rate and the same accumulator
same = dict(learning_rate=0.01, initial_accumulator_value=0.0)
ordinary_gradients = path(gradients, **same)
print(f"after 5 steps {ordinary_gradients[-1]:.4f}")

# %% The same epsilon, tiny gradients
same["epsilon"] = 1e-7
tiny_gradients_same_epsilon = path(1e-5 * gradients, **same)
print(f"after 5 steps {tiny_gradients_same_epsilon[-1]:.4f}")
