"""Where breakpoint() stops in Keras, and what it finds."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model with a breakpoint in it
import sys

import keras
import numpy as np
from keras import initializers, layers, ops

x, y = np.ones((8, 4), "float32"), np.zeros((8, 3), "float32")


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        half = initializers.Constant(0.5)
        self.dense = layers.Dense(
            3, use_bias=False, kernel_initializer=half
        )

    def call(self, x):
        hidden = self.dense(x)
        breakpoint()
        return hidden


def stop():
    hidden = sys._getframe(1).f_locals["hidden"]
    try:
        value = ops.convert_to_numpy(hidden)[0, 0]
        found.append(f"{value:.2f}")
    except Exception:
        found.append(None)


sys.breakpointhook, found = stop, []


def train(model, **options):
    model.compile(keras.optimizers.SGD(0.1), "mse", **options)
    found.clear()
    for _ in range(4):
        model.train_on_batch(x, y)
    return found.copy()


# %% One call
model = Network()
model(x)
assert found[-1] == "2.00"

# %% Four training steps
by_default = train(model)
print("by default:", by_default)
weights_after_steps = model.get_weights()[0]
backend = keras.backend.backend()
counted = {"torch": 5, "jax": 2, "tensorflow": 1}
assert len(by_default) == counted[backend]

# %% With compilation switched
other = Network()
other(x)
switched = train(other, run_eagerly=True)
print("run_eagerly:", switched)
assert all((v is None) == (backend == "jax") for v in switched[-4:])
weights_switched = other.get_weights()[0]
