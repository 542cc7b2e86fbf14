"""Inverse time decay in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Read the rates off a weight
import keras
import numpy as np
from keras import ops
from keras.optimizers.schedules import InverseTimeDecay


def used_rates(schedule, steps):
    w = keras.Variable(0.0)
    optimizer = keras.optimizers.SGD(schedule)
    rates = []
    for _ in range(steps):
        w.assign(0.0)
        optimizer.apply([ops.ones(())], [w])  # by -rate
        rates.append(-w.numpy().item())
    return np.array(rates)


# %% Decay in every step
schedule = InverseTimeDecay(0.1, decay_steps=4, decay_rate=0.5)
smooth = used_rates(schedule, 13)
assert np.isclose(smooth[4], 0.1 * 2 / 3)
print("every fourth rate", smooth[::4].round(4))

# %% Decay in every fourth step
staircase = used_rates(
    InverseTimeDecay(0.1, 4, 0.5, staircase=True), 13
)
assert np.isclose(staircase[3], 0.1)
assert np.allclose(staircase[::4], smooth[::4])
print("first rates", staircase[:5].round(4))
