"""Nadam in Keras: momentum warms up quickly."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Follow a list of gradients
import keras
import numpy as np
from keras import ops

gradients = np.array([0.5, -0.3, 0.2, 0.9, 0.1], "float32")


def path(gradients, **arguments):
    w = keras.Variable(0.0)
    optimizer = keras.optimizers.Nadam(**arguments)
    positions = []
    for gradient in gradients:
        gradient = ops.convert_to_tensor(gradient, "float32")
        optimizer.apply([gradient], [w])
        positions.append(w.numpy().item())
    return np.array(positions)


# %% The defaults
naive = path(gradients)
print(f"after 5 steps {naive[-1]:.5f}")

# %% The same rate
naive_same_rate = path(gradients, learning_rate=0.01)
print(f"after 5 steps {naive_same_rate[-1]:.5f}")

# %% The same momentum schedule
matched = naive_same_rate  # fixed in Keras
print(f"after 5 steps {matched[-1]:.5f}")

# %% Weights in bfloat16
w = keras.Variable(np.ones(1), dtype="bfloat16")
optimizer = keras.optimizers.Nadam(0.1)
refused = False
try:
    optimizer.apply([ops.ones(1, dtype="bfloat16")], [w])
except TypeError:
    refused = True
on_torch = keras.backend.backend() == "torch"
trains = not refused and bool(ops.all(ops.isfinite(w)))
assert refused == on_torch and not trains
print("trains:", trains)
