"""Mixed precision in Keras: a dtype policy."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model with one weight
import keras
import numpy as np
from keras import layers, ops

x, y = np.array([[1.0]]), np.array([[0.0]])
third = np.array([[1 / 3]])


def one_weight(policy):
    layer = layers.Dense(1, use_bias=False, dtype=policy)
    model = keras.Sequential([keras.Input((1,)), layer])
    model.set_weights([np.ones((1, 1))])
    return model


def step(model, x, y):  # the gradient is 2, the step 0.001
    model.compile(keras.optimizers.SGD(0.0005), "mse")
    model.train_on_batch(x, y)
    return ops.cast(model.weights[0], "float32")[0, 0]


# %% Mixed precision
mixed = one_weight("mixed_bfloat16")
output = mixed(third)
dtype = keras.backend.standardize_dtype(output.dtype)
output_is_bfloat16 = dtype == "bfloat16"
weight_is_float32 = mixed.weights[0].dtype == "float32"
mixed_output = ops.cast(output, "float32")[0, 0]
print(f"1/3 becomes {mixed_output:.4f}")

# %% One small step
mixed_weight_after_step = step(mixed, x, y)
print(f"mixed: weight 1.000 -> {mixed_weight_after_step:.3f}")

# %% The same step, everything in bfloat16
pure_weight_after_step = step(one_weight("bfloat16"), x, y)
assert pure_weight_after_step == 1.0
print(f"pure:  weight 1.000 -> {pure_weight_after_step:.3f}")
