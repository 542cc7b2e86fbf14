"""A linear layer in Keras: initialisation, layout, gradients."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same data and weights
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
inputs = rng.normal(size=(2, 4)).astype("float32")
target = rng.normal(size=(2, 3)).astype("float32")
kernel = rng.normal(size=(4, 3)).astype("float32")  # (in, out)
bias = rng.normal(size=3).astype("float32")

# %% What a fresh layer holds
keras.utils.set_random_seed(0)
fresh = layers.Dense(1000)
fresh.build((None, 1000))
drawn, zeros = fresh.get_weights()
naive_kernel_std, naive_bias_std = drawn.std(), zeros.std()
matched_kernel_std, matched_bias_std = drawn.std(), zeros.std()
limit = (6 / (1000 + 1000)) ** 0.5  # fan_in + fan_out
assert 0.999 * limit < abs(drawn).max() <= limit
assert np.isclose(naive_kernel_std, limit / 3**0.5, rtol=0.003)
assert naive_bias_std == 0
print(f"std: {naive_kernel_std:.4f}, bias {naive_bias_std:.4f}")

# %% Carry the weights over
model = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
model.set_weights([kernel, bias])
output = keras.ops.convert_to_numpy(model(inputs))
print(f"first output: {output[0, 0]:.3f}")

# %% A square layer
square = layers.Dense(3)
square.build((None, 3))
square.set_weights([kernel[:3], bias])
naive_square = matched_square = square(inputs[:, :3])

# %% Gradients of the weights and of the input
mse = keras.losses.MeanSquaredError()


def loss(x):
    return mse(target, model(x))


if keras.backend.backend() == "torch":  # the backend differentiates
    import torch

    x = torch.tensor(inputs, requires_grad=True)
    (input_gradient,) = torch.autograd.grad(loss(x), x)
elif keras.backend.backend() == "jax":
    import jax

    input_gradient = jax.grad(loss)(inputs)
else:
    import tensorflow as tf

    x = tf.Variable(inputs)
    with tf.GradientTape() as tape:
        value = loss(x)
    input_gradient = tape.gradient(value, x)
model.compile(keras.optimizers.SGD(1.0), mse)
model.train_on_batch(inputs, target)
# A step at rate 1 takes the gradient away, so this is it.
weight_gradient = kernel - model.get_weights()[0]
