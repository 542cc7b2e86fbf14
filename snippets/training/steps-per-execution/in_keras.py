"""Several training steps in one call of Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "jax")

# %% Four batches
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(8, 3)).astype("float32")
y = rng.normal(size=(8, 1)).astype("float32")
calls = []


def train(**options):
    dense = layers.Dense(
        1, use_bias=False, kernel_initializer="ones"
    )
    model = keras.Sequential([keras.Input((3,)), dense])
    model.compile(keras.optimizers.SGD(0.1), "mse", **options)
    note = keras.callbacks.LambdaCallback(
        on_train_batch_end=lambda batch, logs: calls.append(batch)
    )
    calls.clear()
    data = {"batch_size": 2, "shuffle": False, "callbacks": [note]}
    run = model.fit(x, y, epochs=2, verbose=0, **data)
    return run.history["loss"], model.get_weights()[0]


# %% One step at a time
losses, weights = train()
print([f"{loss:.3f}" for loss in losses])
assert len(calls) == 8

# %% Three steps at a time
losses_of_three, weights_of_three = train(steps_per_execution=3)
assert np.allclose(losses_of_three, losses)
assert np.allclose(weights_of_three, weights)
naive_calls = len(calls)
print("calls of the callback:", naive_calls)
assert naive_calls == 4
