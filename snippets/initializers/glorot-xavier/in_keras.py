"""Glorot initialization in Keras: fans and limits."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A convolution's kernel
import math

import keras
from keras import initializers, ops

keras.utils.set_random_seed(0)
fan_in, fan_out = 3 * 3 * 16, 3 * 3 * 32


def draw(initializer, shape=(3, 3, 16, 32)):  # inputs, outputs last
    return ops.convert_to_numpy(initializer(shape))


def check(weights, limit):
    assert 0.99 * limit < abs(weights).max() <= 1.0001 * limit
    print(f"uniform up to {limit:.4f}")


# %% The limit of the uniform distribution
limit = math.sqrt(6 / (fan_in + fan_out))
check(draw(initializers.GlorotUniform()), limit)
limit_with_gain_2 = 2 * limit
scaled = initializers.VarianceScaling(2.0**2, "fan_avg", "uniform")
check(draw(scaled), limit_with_gain_2)

# %% The same kernel in the other layout
other = draw(initializers.GlorotUniform(), (32, 16, 3, 3))
limit_in_other_layout = math.sqrt(6 / (2 * 3 * 16 * 32))
check(other, limit_in_other_layout)

# %% The normal distribution
deviation = math.sqrt(2 / (fan_in + fan_out))
kernel = draw(initializers.GlorotNormal())
assert math.isclose(kernel.std(), deviation, rel_tol=0.05)
naive_normal_has_outliers = abs(kernel).max() > 2.3 * deviation
uncut = initializers.VarianceScaling(
    1.0, "fan_avg", "untruncated_normal"
)
normal_has_outliers = abs(draw(uncut)).max() > 2.3 * deviation
print("beyond 2.3 deviations:", bool(naive_normal_has_outliers))
