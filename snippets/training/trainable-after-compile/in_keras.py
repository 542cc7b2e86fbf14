"""Freeze a layer of a Keras model that is compiled."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model in training
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x, y, w1, w2 = (
    rng.normal(size=shape).astype("float32")
    for shape in [(8, 3), (8, 1), (3, 4), (4, 1)]
)
first = layers.Dense(4, activation="tanh", use_bias=False)
last = layers.Dense(1, use_bias=False)
model = keras.Sequential([keras.Input((3,)), first, last])
model.set_weights([w1, w2])
model.compile(keras.optimizers.SGD(0.05), "mse")


def train():
    [before] = first.get_weights()
    try:
        model.train_on_batch(x, y)
    except ValueError:
        return "ValueError"
    same = np.array_equal(first.get_weights()[0], before)
    return "stays" if same else "moves"


# %% Freeze the first layer and train on
assert train() == "moves"
first.trainable = False
outcome = train()
print("first layer:", outcome)
told = {"torch": "stays", "tensorflow": "moves"}
told["jax"] = "ValueError"
assert outcome == told[keras.backend.backend()]

# %% What takes effect everywhere
model.set_weights([w1, w2])
model.compile(keras.optimizers.SGD(0.05), "mse")
assert train() == "stays"
first_kernel, last_kernel = model.get_weights()
