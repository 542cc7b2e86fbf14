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


def train(size, steps=None, rate=0.1, rows=16):
    dense = layers.Dense(1, use_bias=False)
    model = keras.Sequential([keras.Input((4,)), dense])
    model.set_weights([start])
    optimizer = SGD(rate, gradient_accumulation_steps=steps)
    model.compile(optimizer, "mse")
    model.fit(x[:rows], y[:rows], size, shuffle=False, verbose=0)
    assert int(optimizer.iterations) == (2 if rows == 16 else 1)
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

# %% A smaller last batch
ragged = train(4, steps=2, rows=6)  # batches of 4 and 2
assert not np.allclose(ragged, train(6, rows=6), rtol=1e-3)
left_over = train(4, steps=2, rows=12)  # three batches, one update
assert np.allclose(left_over, train(8, rows=8))
print(f"norm of the weights {np.linalg.norm(ragged):.3f}")

# %% Halve the rate after each update
each = ExponentialDecay(0.1, 1, 0.5)
naive_schedule = train(4, steps=2, rate=each)
every_second = ExponentialDecay(0.1, 2, 0.5, staircase=True)
schedule = train(4, steps=2, rate=every_second)
assert np.allclose(schedule, train(8, rate=each))
print(f"norm of the weights {np.linalg.norm(schedule):.3f}")
