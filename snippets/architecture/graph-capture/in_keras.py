"""A branch on values, for Python and for the graph, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A branch on values, written twice
import keras
import numpy as np
from keras import ops

rng = np.random.default_rng(0)
x = rng.normal(size=(4, 3)).astype("float32")


class PythonBranch(keras.Model):
    def call(self, x):
        return ops.tanh(x) if ops.mean(x) > 0 else ops.square(x)


class GraphBranch(keras.Model):
    def call(self, x):
        return ops.cond(
            ops.mean(x) > 0,
            lambda: ops.tanh(x),
            lambda: ops.square(x),
        )


# %% Run operation by operation
eager_output = PythonBranch()(x)
assert ops.all(GraphBranch()(x) == eager_output)


# %% Compile the whole model
def try_to_compile(model):
    try:
        return True, model.predict(x, verbose=0)
    except TypeError:  # each engine has its own kind of it
        print("TypeError: the value is not known while recording")
        return False, None


if_is_captured, _ = try_to_compile(PythonBranch())
cond_is_captured, output = try_to_compile(GraphBranch())
assert not if_is_captured and cond_is_captured
