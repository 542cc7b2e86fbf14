"""Drive pdb with written commands through a Keras model."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model with a breakpoint in it
import io
import pdb
import sys

import keras
from keras import initializers, layers, ops


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        half = initializers.Constant(0.5)
        self.hidden = layers.Dense(3, kernel_initializer=half)
        self.hidden.build((None, 4))

    def call(self, x):
        hidden = self.hidden(x)
        breakpoint()
        return ops.sum(hidden, axis=1, keepdims=True)


# %% Write down what to type at each stop
commands = "p type(hidden)\np hidden.shape, hidden.device.type\nc\n"
typed, seen = io.StringIO(2 * commands), io.StringIO()
debugger = pdb.Pdb(stdin=typed, stdout=seen, readrc=False)
debugger.prompt = ""
frames = []


def stop():
    frames.append(sys._getframe(1))
    debugger.set_trace(frames[-1])


sys.breakpointhook = stop

# %% One training step
model = Network()
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(ops.ones((8, 4)), ops.ones((8, 1)))

# %% What the debugger saw
for line in seen.getvalue().splitlines():
    if not line.startswith((">", "->")):
        print(line)
stops = len(frames)
hidden = frames[-1].f_locals["hidden"]
