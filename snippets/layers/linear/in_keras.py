"""A linear layer in Keras: initialisation, layout, gradients."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same data and weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
inputs = rng.normal(size=(2, 4)).astype("float32")
target = rng.normal(size=(2, 3)).astype("float32")
kernel = rng.normal(size=(4, 3)).astype("float32")  # (in, out)
bias = rng.normal(size=3).astype("float32")

# %% What a fresh layer holds
keras.utils.set_random_seed(0)
fresh = layers.Dense(1000)
fresh.build((None, 1000))
stds = [w.std() for w in fresh.get_weights()]
naive_kernel_std, naive_bias_std = stds
limit = (6 / (1000 + 1000)) ** 0.5  # fan_in + fan_out
assert np.isclose(naive_kernel_std, limit / 3**0.5, rtol=0.01)
assert naive_bias_std == 0
print(f"std: {naive_kernel_std:.4f}, bias {naive_bias_std:.4f}")

# %% Carry the weights over
model = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
model.set_weights([kernel, bias])
x = ops.convert_to_tensor(inputs)
output = ops.convert_to_numpy(model(x))
by_row = ops.vectorized_map(
    lambda row: ops.add(ops.matmul(row, kernel), bias), x
)
print(f"first output: {output[0, 0]:.3f}")

# %% Gradients of the weights and of the input
assert not hasattr(ops, "grad")  # the backend differentiates
mse = keras.losses.MeanSquaredError()
units = ops.reshape(ops.eye(8), (8, 2, 4))  # one input at a time
slopes = [
    ops.jvp(lambda x: mse(target, model(x)), (x,), (unit,))[1]
    for unit in units
]
input_gradient = ops.stack(slopes)
model.compile(keras.optimizers.SGD(1.0), mse)
model.train_on_batch(inputs, target)  # rate 1: step = gradient
weight_gradient = kernel - model.get_weights()[0]
