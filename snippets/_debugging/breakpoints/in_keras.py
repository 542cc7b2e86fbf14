"""Where a breakpoint in the model stops, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model with a breakpoint in it
import sys
from functools import partial

import keras
import numpy as np
from keras import layers, ops

x, y = np.ones((8, 4), "float32"), np.zeros((8, 3), "float32")


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(3)

    def call(self, x):
        hidden = self.dense(x)
        breakpoint()
        return hidden


def stop():
    frame = sys._getframe(1)
    while frame.f_code.co_name != "call":
        frame = frame.f_back
    try:
        float(ops.convert_to_numpy(frame.f_locals["hidden"]).sum())
        stops.append(True)
    except Exception:
        stops.append(False)


sys.breakpointhook, stops = stop, []


def count(run, times):
    stops.clear()
    for _ in range(times):
        run()
    print(f"{len(stops)} stops in {times} runs,", end=" ")
    print(f"{sum(stops)} with a value")


def train(**options):
    model = Network()
    model(x)
    model.compile(keras.optimizers.SGD(0.1), "mse", **options)
    count(lambda: model.fit(x, y, verbose=0), times=4)


# %% Called directly
model = Network()
model(x)  # the first call also builds
count(lambda: model(x), times=4)

# %% Trained as usual
train()

# %% Trained with run_eagerly=True
train(run_eagerly=True)

# %% Trained, compiled
if torch := sys.modules.get("torch"):
    # "eager" captures the graph without generating C++ code
    torch.compile = partial(torch.compile, backend="eager")
train(jit_compile=True)
