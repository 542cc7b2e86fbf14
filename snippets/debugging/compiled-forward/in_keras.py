"""How often Python enters call once the step is compiled."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model and a count of the frames that run its code
import sys

import keras
from keras import layers, ops


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(1)

    def call(self, x):
        return self.dense(x)


def times_entered(run):
    entered = []

    def notice(frame, event, argument):
        if frame.f_code is Network.call.__code__:
            entered.append(event)

    sys.settrace(notice)  # what a debugger is built on
    try:
        run()
    finally:
        sys.settrace(None)
    return len(entered)


x, y = ops.ones((32, 4)), ops.ones((32, 1))


def epochs(**options):
    model = Network()
    model.compile("sgd", "mse", **options)

    def epoch():
        model.fit(x, y, batch_size=4, verbose=0)

    epoch()  # the first epoch also builds, and traces if it must
    return times_entered(epoch)


# %% Run operation by operation
entered_eagerly = epochs(run_eagerly=True)
print("entered:", entered_eagerly, "times in 8 steps")

# %% Run as compiled
entered_when_compiled = epochs()  # the default
assert entered_when_compiled == 0
print("entered:", entered_when_compiled, "times in 8 steps")
