"""Exponential decay in Keras: at every optimizer step."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Read the rates off a weight
import keras
import numpy as np
from keras import ops
from keras.optimizers.schedules import ExponentialDecay

batches = 4  # in an epoch


def used_rates(schedule):
    w = keras.Variable(0.0)
    optimizer = keras.optimizers.SGD(schedule)
    rates = []
    for _ in range(3 * batches):
        w.assign(0.0)
        optimizer.apply([ops.ones(())], [w])  # by -rate
        rates.append(-w.numpy().item())
    return np.array(rates)


# %% Halve it, as first written
halve = ExponentialDecay(0.1, decay_steps=1, decay_rate=0.5)
naive = used_rates(halve)
print("first of each epoch", naive[::batches].round(4))

# %% Halve it from one epoch to the next
stairs = ExponentialDecay(0.1, batches, 0.5, staircase=True)
per_epoch = used_rates(stairs)
print("first epoch", per_epoch[:batches].round(4))

# %% Halve it smoothly over an epoch
smooth = ExponentialDecay(0.1, batches, 0.5)
per_batch = used_rates(smooth)
print("first epoch", per_batch[:batches].round(4))
