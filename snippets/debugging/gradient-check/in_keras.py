"""Check a gradient in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A loss of one weight matrix
import inspect

import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
inputs = rng.normal(size=(8, 3)).astype("float32")
targets = rng.normal(size=(8, 2)).astype("float32")
start = rng.normal(size=(3, 2))


def right(targets, outputs):
    return ops.mean(ops.subtract(outputs, targets) ** 2)


def wrong(targets, outputs):
    error = ops.subtract(outputs, targets)
    return ops.mean(error * ops.stop_gradient(error))


# %% The gradient, and the loss a little to each side
def gradient_of(loss):
    """One step of SGD(1.0) moves the weights by the gradient."""
    dense = layers.Dense(2, activation="tanh", use_bias=False)
    model = keras.Sequential([keras.Input((3,)), dense])
    model.compile(optimizer=keras.optimizers.SGD(1.0), loss=loss)
    model.set_weights([start])
    model.train_on_batch(inputs, targets)
    return start - model.get_weights()[0]


def differences_of(loss, width=0.01):
    result = np.zeros((3, 2))
    for index in np.ndindex(3, 2):
        step = np.zeros((3, 2))
        step[index] = width
        above, below = (
            loss(targets, ops.tanh(ops.matmul(inputs, weights)))
            for weights in (start + step, start - step)
        )
        result[index] = float(above - below) / (2 * width)
    return result


gradient = gradient_of(right)
differences = differences_of(right)

# %% The verdict
right_passes = np.allclose(differences, gradient, atol=1e-3)
wrong_passes = np.allclose(
    differences_of(wrong), gradient_of(wrong), atol=1e-3
)
print("right passes:", right_passes)
print("wrong passes:", wrong_passes)
assert right_passes and not wrong_passes

modules = [m for m in vars(keras).values() if inspect.ismodule(m)]
names = {name for module in modules for name in vars(module)}
assert not [name for name in names if "check_grad" in name.lower()]
assert not [name for name in names if "gradcheck" in name.lower()]
