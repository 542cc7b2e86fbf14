"""AMSGrad in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Follow a list of gradients
import keras
import numpy as np
from keras import ops

gradients = np.array([5.0, 0.1, 0.1, 0.1, 0.1], "float32")


def path(gradients, **arguments):
    w = keras.Variable(0.0)
    optimizer = keras.optimizers.Adam(**arguments)
    positions = []
    for gradient in gradients:
        gradient = ops.convert_to_tensor(gradient, "float32")
        optimizer.apply([gradient], [w])
        positions.append(w.numpy().item())
    return np.array(positions)


# %% With and without AMSGrad
same = dict(learning_rate=0.1, beta_1=0.9, beta_2=0.9)
without_amsgrad = path(gradients, **same)
with_amsgrad = path(gradients, amsgrad=True, **same)
print(f"without {without_amsgrad[-1]:.4f}")
print(f"with    {with_amsgrad[-1]:.4f}")

# %% The later steps are shorter
steps = np.diff(without_amsgrad)
shorter_steps = np.diff(with_amsgrad)
assert (abs(shorter_steps) < abs(steps)).all()
