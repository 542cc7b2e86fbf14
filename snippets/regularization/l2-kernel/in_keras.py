"""An L2 penalty in Keras: a regularizer of the kernel."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A linear model with given weights
import keras
import numpy as np
from keras import layers, regularizers

rng = np.random.default_rng(0)
x, y, kernel_start, bias_start = (
    rng.normal(size=shape).astype("float32")
    for shape in [(8, 4), (8, 1), (4, 1), (1,)]
)


def step(regularizer):
    dense = layers.Dense(1, kernel_regularizer=regularizer)
    model = keras.Sequential([keras.Input((4,)), dense])
    model.set_weights([kernel_start, bias_start])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    loss = model.train_on_batch(x, y)
    return *model.get_weights(), float(loss)


# %% The same number
naive_kernel, naive_bias, naive_reported_loss = step(
    regularizers.L2(0.1)
)
print(f"loss {naive_reported_loss:.3f}")

# %% The same step
kernel, bias, loss_with_penalty = step(regularizers.L2(0.1))
norm = np.linalg.norm(kernel)
print(f"kernel {norm:.3f}, bias {bias.item():.3f}")

# %% The loss, with and without the penalty
penalty = 0.1 * np.square(kernel_start).sum()
loss_without_penalty = loss_with_penalty - penalty
assert np.isclose(step(None)[2], loss_without_penalty)
print(f"with    {loss_with_penalty:.3f}")
print(f"without {loss_without_penalty:.3f}")
