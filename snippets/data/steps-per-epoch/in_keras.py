"""Epochs of a given number of steps in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Two batches of ten rows
import keras
import numpy as np
from keras import layers

x, y = np.ones((20, 1), "float32"), np.ones((20, 1), "float32")


def train(*data, **options):
    """Three epochs; how many updates, and the mean losses."""
    dense = layers.Dense(
        1, use_bias=False, kernel_initializer="zeros"
    )
    model = keras.Sequential([keras.Input((1,)), dense])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    run = model.fit(
        *data, epochs=3, shuffle=False, verbose=0, **options
    )
    return int(model.optimizer.iterations), run.history["loss"]


# %% Four steps of two batches
updates, losses = train(x, y, batch_size=10, steps_per_epoch=4)
print(updates, "updates")
assert updates == 6


# %% Data that does not end
def endless():
    while True:
        yield x[:10], y[:10]
        yield x[10:], y[10:]


updates_of_endless, losses_of_endless = train(
    endless(), steps_per_epoch=4
)
print(updates_of_endless, "updates")
assert updates_of_endless == 12
