"""Adafactor in Keras: its epsilon is added to the squares."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Three gradients of a matrix
import keras
import numpy as np
from keras import ops

rng = np.random.default_rng(0)
start = rng.normal(size=(3, 4)).astype("float32")
gradients = rng.normal(size=(3, 3, 4)).astype("float32")


def train(start, gradients, **arguments):
    weight = keras.Variable(start)
    optimizer = keras.optimizers.Adafactor(**arguments)
    for gradient in gradients:
        optimizer.apply([ops.convert_to_tensor(gradient)], [weight])
    return weight.numpy()


# %% The defaults
naive = train(start.T, gradients.swapaxes(1, 2)).T
explicit = dict(learning_rate=0.001, epsilon_1=1e-30)
by_hand = train(start.T, gradients.swapaxes(1, 2), **explicit).T
assert np.array_equal(naive, by_hand)
print(f"moved by {np.linalg.norm(naive - start):.4f}")

# %% The same rate
transposed = gradients.swapaxes(1, 2)
matrix = train(start.T, transposed, learning_rate=0.1).T
bias = train(start[0], gradients[:, 0], learning_rate=0.1)
print(f"moved by {np.linalg.norm(matrix - start):.3f}")
at_most_one = train(start.T, transposed, learning_rate=1.0)
too_large = train(start.T, transposed, learning_rate=10.0)
assert np.array_equal(at_most_one, too_large)

# %% The kernel of a convolution
kernel = rng.normal(size=(3, 3, 2, 4)).astype("float32")
pulls = rng.normal(size=(3, 3, 3, 2, 4)).astype("float32")
convolution = train(kernel, pulls, learning_rate=0.1)
same_layout = convolution
print(f"moved by {np.linalg.norm(convolution - kernel):.3f}")

# %% Small gradients
small = np.float32(1e-4) * transposed
small_gradients = train(start.T, small, learning_rate=0.1).T
naive_small_gradients = small_gradients
moved = np.linalg.norm(naive_small_gradients - start)
print(f"moved by {moved:.3f}")
assert np.allclose(small_gradients, matrix)
