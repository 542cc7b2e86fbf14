"""Adadelta in Keras: the rate is 0.001."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Follow a list of gradients
import keras
import numpy as np
from keras import ops

gradients = np.array([0.5, -0.3, 0.2, 0.9, 0.1], "float32")


def path(gradients, **arguments):
    w = keras.Variable(0.0)
    optimizer = keras.optimizers.Adadelta(**arguments)
    positions = []
    for gradient in gradients:
        gradient = ops.convert_to_tensor(gradient, "float32")
        optimizer.apply([gradient], [w])
        positions.append(w.numpy().item())
    return np.array(positions)


# %% The defaults
naive = path(gradients)
print(f"after 5 steps {naive[-1]:.4g}")

# %% The same rate alone
naive_same_rate = path(gradients, learning_rate=1.0)
print(f"after 5 steps {naive_same_rate[-1]:.4g}")

# %% The same rate, decay and epsilon
same = dict(learning_rate=1.0, rho=0.9, epsilon=1e-6)
matched = path(gradients, **same)
print(f"after 5 steps {matched[-1]:.4g}")
assert abs(naive).max() < abs(matched).max() / 1000
