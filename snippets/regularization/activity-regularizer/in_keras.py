"""A penalty on activations in Keras: a share per sample."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A linear model with given weights
import keras
import numpy as np
from keras import layers, ops
from keras.regularizers import L1

rng = np.random.default_rng(0)
x, y, kernel = (
    rng.normal(size=shape).astype("float32")
    for shape in [(8, 4), (8, 3), (4, 3)]
)


def step(x, y, l1):
    model = keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(3, use_bias=False),
            layers.ActivityRegularization(l1=l1),
        ]
    )
    model.set_weights([kernel])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    loss = float(model.train_on_batch(x, y))
    return loss, model.get_weights()[0]


# %% The sum over all activations
naive_loss, naive_kernel_after_step = step(x, y, 0.1)
print(f"loss {naive_loss:.3f}")

# %% The sum, averaged over the samples
loss, kernel_after_step = naive_loss, naive_kernel_after_step
error = np.square(x @ kernel - y).mean()
penalty = 0.1 * np.abs(x @ kernel).sum() / len(x)
assert np.isclose(loss, error + penalty)

argument = layers.Dense(3, activity_regularizer=L1(0.1))
total = ops.sum(ops.abs(argument(x)))
assert ops.isclose(argument.losses[0], 0.1 * total / len(x))
print(f"loss {loss:.3f}")

# %% A batch of one
without, _ = step(x[:1], y[:1], 0.0)
penalty_of_one_sample = step(x[:1], y[:1], 0.1)[0] - without
print(f"penalty {penalty_of_one_sample:.3f}")

# %% A shorter last batch
ragged = keras.Sequential(
    [keras.Input((4,)), layers.ActivityRegularization(l1=0.1)]
)
ragged.compile(loss="mse")
evaluated = ragged.evaluate(x, x, batch_size=5, verbose=0)
sums = 0.1 * np.abs(x).sum(axis=1)
per_batch = sums[:5].mean(), sums[5:].mean()
expected = (5 * per_batch[0] + 3 * per_batch[1]) / 8
assert np.isclose(evaluated, expected, rtol=1e-5)
