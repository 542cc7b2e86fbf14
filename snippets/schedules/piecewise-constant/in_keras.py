"""A falling rate in Keras: boundaries and rates."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Read the rates off a weight
import keras
import numpy as np
from keras import ops
from keras.optimizers.schedules import PiecewiseConstantDecay


def used_rates(schedule, steps):
    w = keras.Variable(0.0)
    optimizer = keras.optimizers.SGD(schedule)
    rates = []
    for _ in range(steps):
        w.assign(0.0)
        optimizer.apply([ops.ones(())], [w])  # by -rate
        rates.append(-w.numpy().item())
    return np.array(rates)


# %% The same boundaries
values = [0.1, 0.05, 0.025]
naive = used_rates(PiecewiseConstantDecay([3, 6], values), 8)
naive_first_low_step = int(np.argmax(naive < 0.09))
print("first low rate in step", naive_first_low_step)

# %% The same rates
rates = used_rates(PiecewiseConstantDecay([2, 5], values), 8)
assert np.allclose(rates, [0.1] * 3 + [0.05] * 3 + [0.025] * 2)
print(rates.round(4))
