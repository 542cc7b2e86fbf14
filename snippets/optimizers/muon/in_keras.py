"""Muon in Keras: with AdamW inside, in float32."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A matrix and three gradients
import keras
import numpy as np
from keras import ops

rng = np.random.default_rng(2)
start = rng.normal(size=(3, 4)).astype("float32")
gradients = rng.normal(size=(3, 3, 4)).astype("float32")


def train(start, gradients, **arguments):
    weight = keras.Variable(start)
    optimizer = keras.optimizers.Muon(**arguments)
    for gradient in gradients:
        optimizer.apply([ops.convert_to_tensor(gradient)], [weight])
    return weight.numpy()


# %% The defaults
naive = train(start.T, gradients.swapaxes(1, 2)).T
print(f"moved by {np.linalg.norm(naive - start):.4f}")

# %% The same decay and scale
arguments = dict(learning_rate=0.1, weight_decay=None)
same_arguments = train(
    start.T, gradients.swapaxes(1, 2), **arguments
).T
print(f"moved by {np.linalg.norm(same_arguments - start):.2f}")

# %% One step in float32
first = gradients[:1].swapaxes(1, 2)
step_in_float32 = -train(0 * start.T, first, **arguments).T

# %% A bias
arguments = dict(learning_rate=0.1, epsilon=1e-12)
bias = train(start[0], gradients[:, 0], **arguments)
print("bias:", *(f"{number:.3f}" for number in bias.tolist()))
