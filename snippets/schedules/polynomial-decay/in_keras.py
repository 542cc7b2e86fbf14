"""Polynomial decay in Keras: down to a floor."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Read the rates off a weight
import keras
import numpy as np
from keras import ops
from keras.optimizers.schedules import PolynomialDecay


def used_rates(schedule, steps):
    w = keras.Variable(0.0)
    optimizer = keras.optimizers.SGD(schedule)
    rates = []
    for _ in range(steps):
        w.assign(0.0)
        optimizer.apply([ops.ones(())], [w])  # by -rate
        rates.append(-w.numpy().item())
    return np.array(rates)


# %% The default floor
naive = used_rates(PolynomialDecay(0.1, 8, power=2.0), 10)
assert np.isclose(naive[-1], 0.0001)
print(f"last rate {naive[-1]:.4f}")

# %% Down to zero
to_zero = used_rates(
    PolynomialDecay(0.1, 8, end_learning_rate=0.0, power=2.0), 10
)
assert to_zero[8] == to_zero[9] == 0
print(to_zero[:5:2].round(4))

# %% Straight down to another floor
to_floor = used_rates(
    PolynomialDecay(0.1, 8, end_learning_rate=0.2 * 0.1), 10
)
assert np.allclose(to_floor[8:], 0.02)
print(to_floor[:5].round(4))
