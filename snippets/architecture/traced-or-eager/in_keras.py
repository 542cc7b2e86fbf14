"""Count runs of call in Keras, by default and run eagerly."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model that counts its executions
import keras
import numpy as np
from keras import layers

x, y = np.ones((16, 4), "float32"), np.ones((16, 1), "float32")
runs = []


class Counting(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(1)

    def call(self, x):
        runs.append("call")
        return self.dense(x)


def count_runs(model, steps):
    model(x[:1])  # creates the weights
    runs.clear()
    model.fit(x[:steps], y[:steps], batch_size=1, verbose=0)
    return len(runs)


# %% What compile does before training
backend = keras.backend.backend()
model = Counting()
model.compile("sgd", "mse")
assert not runs and not model.built  # compile ran nothing
assert backend != "torch" or not model.jit_compile

# %% Sixteen steps, by default and the other way
runs_by_default = count_runs(model, steps=16)
assert (runs_by_default >= 16) == (backend == "torch")
assert runs_by_default <= 2 or backend == "torch"
runs.clear()
model.fit(x[:15], y[:15], batch_size=10, verbose=0)  # 10 and 5
print("runs for two new batch sizes:", len(runs))
assert backend != "jax" or len(runs) == 2
model.compile("sgd", "mse", run_eagerly=True)
runs_eagerly = count_runs(model, steps=4)
assert runs_eagerly >= 4
print("backend:", backend)
print("runs of call in 16 steps:", runs_by_default)
print("in 4 steps with run_eagerly=True:", runs_eagerly)
