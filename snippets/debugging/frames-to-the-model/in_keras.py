"""Count the calls between fit and call in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model that looks at its callers
import sys
import traceback

import keras
from keras import layers, ops

x, y = ops.ones((8, 4)), ops.ones((8, 1))
depths = []


def frames_below(frame):
    return 0 if frame is None else 1 + frames_below(frame.f_back)


class Network(keras.Model):
    fails = False

    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(1)

    def call(self, x):
        depths.append(frames_below(sys._getframe()))
        if self.fails:
            raise ArithmeticError
        return self.dense(x)


model = Network()
model.compile("sgd", "mse")

# %% Between the call and the model
here = frames_below(sys._getframe())
model(x)
frames_when_called = depths[-1] - here - 1
assert frames_when_called == 8
print("between model(x) and call:", frames_when_called)

# %% Between the training step and the model
model.fit(x, y, verbose=0)
frames_in_training = depths[-1] - here - 1
assert frames_in_training == 12
print("between fit and call:", frames_in_training)


# %% What an error reports of them
def reported():
    try:
        model.fit(x, y, verbose=0)
    except ArithmeticError as error:
        return len(traceback.extract_tb(error.__traceback__)) - 2


model.fails = True
frames_reported = reported()
keras.config.disable_traceback_filtering()
unfiltered = reported()
keras.config.enable_traceback_filtering()
assert (frames_reported, unfiltered) == (3, 11)
print("reported by an error:", frames_reported)
print("without the filter:", unfiltered)
