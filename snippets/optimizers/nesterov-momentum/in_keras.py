"""Nesterov momentum in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Follow a list of gradients
import keras
import numpy as np
from keras import ops

gradients = np.array([0.5, -0.3, 0.2, 0.9, 0.1], "float32")


def path(gradients, **arguments):
    w = keras.Variable(0.0)
    optimizer = keras.optimizers.SGD(**arguments)
    positions = []
    for gradient in gradients:
        gradient = ops.convert_to_tensor(gradient, "float32")
        optimizer.apply([gradient], [w])
        positions.append(w.numpy().item())
    return np.array(positions)


# %% Nesterov momentum and plain momentum
same = dict(learning_rate=0.1, momentum=0.9)
with_momentum = path(gradients, nesterov=True, **same)
plain_momentum = path(gradients, **same)
assert not np.allclose(with_momentum, plain_momentum)
print(f"Nesterov {with_momentum[-1]:.4f}")
print(f"plain    {plain_momentum[-1]:.4f}")

# %% The momentum forgotten
accepts_no_momentum = True
forgotten = path(gradients, learning_rate=0.1, nesterov=True)
without_momentum = forgotten
print(f"gradient descent {forgotten[-1]:.4f}")
