"""Gradient accumulation in Keras: an optimizer argument."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Four batches of a linear regression
import keras
import numpy as np
from keras import layers
from keras.optimizers import SGD
from keras.optimizers.schedules import ExponentialDecay

rng = np.random.default_rng(0)
x, y, start = (
    rng.normal(size=shape).astype("float32")
    for shape in [(16, 4), (16, 1), (4, 1)]
)


def train(size, steps=None, rate=0.1):
    dense = layers.Dense(1, use_bias=False)
    model = keras.Sequential([keras.Input((4,)), dense])
    model.set_weights([start])
    optimizer = SGD(rate, gradient_accumulation_steps=steps)
    model.compile(optimizer, "mse")
    model.fit(x, y, size, shuffle=False, verbose=0)
    assert int(optimizer.iterations) == 2  # updates
    return model.get_weights()[0]


# %% Accumulate two batches
naive = train(4, steps=2)
print(f"norm of the weights {np.linalg.norm(naive):.3f}")

# %% Average two batches
accumulated = naive  # the mean is built in
print(f"norm of the weights {np.linalg.norm(accumulated):.3f}")

# %% The same as batches twice as large
large_batches = train(8)
assert np.allclose(accumulated, large_batches)

# %% Halve the rate after each update
each = ExponentialDecay(0.1, 1, 0.5)
naive_schedule = train(4, steps=2, rate=each)
every_second = ExponentialDecay(0.1, 2, 0.5, staircase=True)
schedule = train(4, steps=2, rate=every_second)
assert np.allclose(schedule, train(8, rate=each))
print(f"norm of the weights {np.linalg.norm(schedule):.3f}")
