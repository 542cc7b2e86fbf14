"""Warmup and cosine decay in Keras: one schedule."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Read the rates off a weight
import keras
import numpy as np
from keras import ops
from keras.optimizers.schedules import CosineDecay


def used_rates(schedule, steps):
    w = keras.Variable(0.0)
    optimizer = keras.optimizers.SGD(schedule)
    rates = []
    for _ in range(steps):
        w.assign(0.0)
        optimizer.apply([ops.ones(())], [w])  # by -rate
        rates.append(-w.numpy().item())
    return np.array(rates)


# %% As first written
naive = used_rates(CosineDecay(0.1, 12, warmup_steps=4), 13)
without_warmup = used_rates(CosineDecay(0.1, 12), 13)
assert np.allclose(naive, without_warmup)
print("first steps", naive[:6].round(4))

# %% From a tenth of the peak, 12 steps in all
schedule = CosineDecay(
    initial_learning_rate=0.1 * 0.1,
    decay_steps=8,  # after the warmup
    warmup_target=0.1,
    warmup_steps=4,
)
rates = used_rates(schedule, 13)
peak_step = int(rates.argmax())
assert peak_step == 4 and np.isclose(rates[4], 0.1)
assert np.isclose(rates[12], 0, atol=1e-7)
print("first steps", rates[:6].round(4))
print("peak in step", peak_step)
