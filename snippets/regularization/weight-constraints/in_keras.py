"""Weight constraints in Keras: an argument of the layer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Three steps with a constraint
import keras
import numpy as np
from keras import constraints, layers

rng = np.random.default_rng(0)
x, y, kernel = (
    rng.normal(size=shape).astype("float32")
    for shape in [(8, 4), (8, 2), (4, 2)]
)


def train(constraint):
    dense = layers.Dense(
        2, use_bias=False, kernel_constraint=constraint
    )
    model = keras.Sequential([keras.Input((4,)), dense])
    model.set_weights([kernel])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    for _ in range(3):
        model.train_on_batch(x, y)
    return model.get_weights()[0]


# %% None
unconstrained = train(None)
assert (unconstrained < 0).any()
print(unconstrained[:, 0].round(3))

# %% No weight below zero
non_negative = train(constraints.NonNeg())
assert (non_negative >= 0).all() and (non_negative == 0).any()
print(non_negative[:, 0].round(3))

# %% Norm 1 over the inputs
unit_norm = train(constraints.UnitNorm(axis=0))
assert np.allclose(np.linalg.norm(unit_norm, axis=0), 1)
print(unit_norm[:, 0].round(3))
