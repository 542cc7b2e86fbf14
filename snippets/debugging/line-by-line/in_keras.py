"""Step through call with Python's debugger."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model of three lines
import io
import pdb

import keras
from keras import initializers, layers, ops


class Network(keras.Model):
    watched = False

    def __init__(self):
        super().__init__()
        half = initializers.Constant(0.5)
        self.dense = layers.Dense(
            3, use_bias=False, kernel_initializer=half
        )

    def call(self, x):
        if self.watched:
            debugger.set_trace()
        a = self.dense(x)
        b = ops.tanh(a)
        c = ops.sum(b, axis=1, keepdims=True)
        return c


# %% What to type when the debugger stops
commands = ["n", "p round(a.max().item(), 3)"]
commands += ["n", "p round(b.max().item(), 3)"]
commands += ["n", "p round(c.max().item(), 3)", "c"]
typed, seen = io.StringIO("\n".join(commands)), io.StringIO()
debugger = pdb.Pdb(stdin=typed, stdout=seen, readrc=False)
debugger.prompt = ""

# %% Two training steps, the second one watched
model = Network()
model.compile(keras.optimizers.SGD(0.1), "mse")
x, y = ops.ones((8, 4)), ops.ones((8, 1))
for model.watched in (False, True):  # the first infers shapes, too
    model.train_on_batch(x, y)

# %% What the debugger saw
transcript = seen.getvalue().splitlines()
lines = [line for line in transcript if line.startswith("->")]
print("\n".join(lines))
values = [float(line) for line in transcript if line[0].isdigit()]
assert len(lines) == 4 and len(values) == 3
print(values)
