"""Lion in Keras: one of the optimizers."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The optimizer
import keras
import numpy as np
from keras import ops

w = keras.Variable(0.0)
optimizer = keras.optimizers.Lion(0.1)

# %% Follow a list of gradients
path = [0.0]
for gradient in (0.5, 7.0, -0.01, -0.9, -0.9, 0.3):
    optimizer.apply([ops.convert_to_tensor(gradient)], [w])
    path.append(w.numpy().item())
assert np.allclose(abs(np.diff(path)), 0.1)
still = keras.Variable(0.0)
keras.optimizers.Lion(0.1).apply([ops.zeros(())], [still])
assert still.numpy() == 0  # the sign of zero is zero
print([round(position, 2) for position in path[1:]])
