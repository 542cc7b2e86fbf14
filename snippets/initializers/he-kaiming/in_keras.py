"""He initialization in Keras and Dense's default."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A layer from 200 to 100 units
import math

import keras
from keras import initializers, layers, ops

keras.utils.set_random_seed(0)


def check(limit, **arguments):
    layer = layers.Dense(100, **arguments)
    layer.build((None, 200))
    largest = ops.max(ops.abs(layer.kernel))
    assert 0.99 * limit < largest <= 1.0001 * limit
    print(f"uniform up to {limit:.4f}")


# %% The default
naive_default_limit = math.sqrt(6 / (200 + 100))
check(naive_default_limit)

# %% He for layers followed by ReLU
he_limit = math.sqrt(6 / 200)
check(he_limit, kernel_initializer="he_uniform")

# %% The default of either framework
limit_of_linear = 1 / math.sqrt(200)
as_linear = initializers.VarianceScaling(1 / 3, "fan_in", "uniform")
check(limit_of_linear, kernel_initializer=as_linear)
limit_of_dense = math.sqrt(6 / (200 + 100))
check(limit_of_dense, kernel_initializer="glorot_uniform")
