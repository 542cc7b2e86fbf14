"""LeCun's initialization in Keras: built in."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% What is wanted: 100 inputs, 200 units
import math

import keras
from keras import initializers, ops

keras.utils.set_random_seed(0)
standard_deviation = 1 / math.sqrt(100)
print(f"standard deviation {standard_deviation:.3f}")

# %% The right standard deviation
weight = initializers.LecunNormal()((100, 200))
assert math.isclose(
    ops.std(weight), standard_deviation, rel_tol=0.03
)
naive_has_outliers = ops.any(ops.abs(weight) > 0.23)

# %% The cut as well
cut = 2 * standard_deviation / 0.87962566
assert 0.99 * cut < ops.max(ops.abs(weight)) <= 1.0001 * cut
has_outliers = naive_has_outliers
print(f"cut at {cut:.4f}")
