"""Glorot initialization in Keras: fans and limits."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A convolution's kernel
import math

import keras
import numpy as np
from keras import initializers, ops

keras.utils.set_random_seed(0)
inputs, outputs = 512, 1024  # channels
fans = 3 * 3 * inputs + 3 * 3 * outputs
kernel = (3, 3, inputs, outputs)


def sizes(initializer, shape=kernel):
    return abs(ops.convert_to_numpy(initializer(shape)))


# %% The limit of the uniform distribution
limit = sizes(initializers.GlorotUniform()).max()
assert math.isclose(limit, math.sqrt(6 / fans), rel_tol=1e-4)
scaled = initializers.VarianceScaling(2.0**2, "fan_avg", "uniform")
limit_with_gain_2 = sizes(scaled).max()
print(f"uniform up to {limit:.4f}, gain 2: {limit_with_gain_2:.4f}")

# %% The same kernel in the other layout
other = (outputs, inputs, 3, 3)
glorot = initializers.GlorotUniform()
limit_in_other_layout = sizes(glorot, other).max()
too_narrow = limit / limit_in_other_layout
print(f"{too_narrow:.1f} times too narrow")

# %% The normal distribution
cut = sizes(initializers.GlorotNormal())
normal_deviation = np.sqrt(np.mean(cut**2))
naive_reach = np.quantile(cut, 0.99)
uncut = initializers.VarianceScaling(
    1.0, "fan_avg", "untruncated_normal"
)
reach = np.quantile(sizes(uncut), 0.99)
print(f"99 % below {naive_reach / normal_deviation:.2f} deviations")
