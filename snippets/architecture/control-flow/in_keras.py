"""Control flow on tensor values in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model that branches and loops on values
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
kernel = rng.normal(0, 0.4, (3, 3)).astype("float32")
x = rng.normal(size=(2, 3)).astype("float32")


class Settle(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(3, use_bias=False)
        self.dense.build((None, 3))
        self.dense.set_weights([kernel])

    def call(self, x):
        self.passes = 0
        if ops.mean(x) < 0:
            x = -x
        while ops.max(ops.abs(x)) > 0.1:
            x = ops.tanh(self.dense(x))
            self.passes += 1
        return x


# %% Two inputs, two paths
model = Settle()
large_output = model(10 * x)
print("passes for large values:", model.passes)
small_output = model(x / 100)
print("passes for small values:", model.passes)

# %% One step of training through the loop
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(x, np.ones((2, 3)))
kernel_after_step = model.dense.kernel
print("passes in training:", model.passes)
