"""An L1 penalty in Keras: a regularizer of the kernel."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Train a linear model with given weights
import keras
import numpy as np
from keras import layers, ops, regularizers

rng = np.random.default_rng(0)
x = rng.normal(size=(8, 6)).astype("float32")
y = x[:, :1] - 2 * x[:, 1:2]  # four useless inputs
start = np.array([0.5, -0.5, 0.2, -0.2, 0.1, -0.1])


def train(steps, regularizer, rate=0.1, start=start):
    dense = layers.Dense(
        1, use_bias=False, kernel_regularizer=regularizer
    )
    model = keras.Sequential([keras.Input((6,)), dense])
    model.set_weights([start[:, None]])
    model.compile(keras.optimizers.SGD(rate), "mse")
    for _ in range(steps):
        model.train_on_batch(x, y)
    return model.get_weights()[0].flatten()


# %% The gradient of the penalty alone
l1 = regularizers.L1(0.1)
two_zeros = np.array([0.5, -0.5, 0.2, -0.2, 0.0, 0.0])
plain, penalized = (
    train(1, regularizer, rate=1.0, start=two_zeros)
    for regularizer in [None, l1]
)
penalty_gradient, of_zeros = np.split(plain - penalized, [4])
print("gradient", penalty_gradient.round(3), of_zeros.round(3))
on_jax = keras.backend.backend() == "jax"
assert np.allclose(of_zeros, 0.1 * on_jax, atol=1e-6)


# %% The same slope at zero everywhere
def l1_flat_at_zero(x):
    return 0.1 * ops.sum(x * ops.stop_gradient(ops.sign(x)))


steps = [
    train(1, r, rate=1.0, start=two_zeros)
    for r in (None, l1_flat_at_zero)
]
gradient_with_zeros = steps[0] - steps[1]

# %% Twenty steps
kernel = train(20, l1)
elastic_net_kernel = train(20, regularizers.L1L2(0.1, 0.1))
print("L1  ", kernel[:2].round(3))
print("L1L2", elastic_net_kernel[:2].round(3))

# %% Count the zeros
exact_zeros = int((kernel == 0).sum())
assert exact_zeros == 0
print("weights of exactly zero:", exact_zeros)
