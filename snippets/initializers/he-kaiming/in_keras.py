"""He initialization in Keras and Dense's default."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A layer with half as many outputs
import math

import keras
import numpy as np
from keras import layers
from keras.initializers import VarianceScaling

keras.utils.set_random_seed(0)
inputs, units = 3000, 1500  # many weights, to measure them well


def sizes(**arguments):
    layer = layers.Dense(units, use_bias=False, **arguments)
    layer.build((None, inputs))
    return abs(layer.get_weights()[0])


# %% The default
naive_default_limit = sizes().max()
print(f"uniform up to {naive_default_limit:.4f}")

# %% He for layers followed by ReLU
he_limit = sizes(kernel_initializer="he_uniform").max()
assert math.isclose(he_limit, math.sqrt(6 / inputs), rel_tol=1e-4)
print(f"uniform up to {he_limit:.4f}")

# %% The default of either framework
as_linear = VarianceScaling(1 / 3, "fan_in", "uniform")
limit_of_linear = sizes(kernel_initializer=as_linear).max()
limit_of_dense = sizes(kernel_initializer="glorot_uniform").max()
print(f"{limit_of_linear:.4f} and {limit_of_dense:.4f}")

# %% The normal distribution
cut = sizes(kernel_initializer="he_normal")
normal_deviation = np.sqrt(np.mean(cut**2))
naive_reach = np.quantile(cut, 0.99)
uncut = VarianceScaling(2.0, "fan_in", "untruncated_normal")
reach = np.quantile(sizes(kernel_initializer=uncut), 0.99)
print(f"99 % below {naive_reach / normal_deviation:.2f} deviations")
