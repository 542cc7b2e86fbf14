"""Gradient clipping in Keras: an argument of the optimizer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Two steps of a model with large gradients
import keras
import numpy as np
from keras import layers, ops
from keras.optimizers import SGD

rng = np.random.default_rng(0)
x, y, first, second = (
    rng.normal(size=shape).astype("float32")
    for shape in [(8, 4), (8, 1), (4, 3), (3, 1)]
)


def train(**clipping):
    body = layers.Dense(3, use_bias=False)
    head = layers.Dense(1, use_bias=False)
    model = keras.Sequential([keras.Input((4,)), body, head])
    model.set_weights([first, second])
    model.compile(SGD(0.1, **clipping), "mse")
    for _ in range(2):
        model.train_on_batch(x, 10 * y)
    return model.get_weights()[0]


# %% The argument with norm in its name
naive = train(clipnorm=0.5)
print(f"moved by {np.linalg.norm(naive - first):.3f}")

# %% One norm over all gradients
global_norm = train(global_clipnorm=0.5)
print(f"moved by {np.linalg.norm(global_norm - first):.3f}")

# %% A norm for each variable
norm_of_each = train(clipnorm=0.5)
print(f"moved by {np.linalg.norm(norm_of_each - first):.3f}")

# %% Each number for itself
value = train(clipvalue=0.5)
print(f"moved by {np.linalg.norm(value - first):.3f}")

try:
    SGD(0.1, clipnorm=0.5, clipvalue=0.5)
except ValueError as error:
    assert "Only one of" in str(error)

# %% One infinite gradient
first_weight = keras.Variable(np.ones(2))
other_weight = keras.Variable(np.ones(2))
infinite = ops.convert_to_tensor([np.inf, 1.0], "float32")
optimizer = SGD(0.1, global_clipnorm=0.5)
weights = [first_weight, other_weight]
optimizer.apply([infinite, ops.ones(2)], weights)
other_survives = bool(ops.all(ops.isfinite(other_weight)))
print("the other weight survives:", other_survives)
