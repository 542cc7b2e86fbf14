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


def compile_again():
    model.compile(keras.optimizers.SGD(0.05), "mse")


def train():
    [before] = first.get_weights()
    try:
        model.train_on_batch(x, y)
    except ValueError:
        return "ValueError"
    same = np.array_equal(first.get_weights()[0], before)
    return "stays" if same else "moves"


# %% Frozen before the first step
compile_again()
first.trainable = False
assert train() == "stays"
first.trainable = True

# %% Freeze the first layer and train on
compile_again()
assert train() == "moves"
first.trainable = False
outcome = train()
print("frozen:", outcome)
told = {"torch": "stays", "tensorflow": "moves"}
told["jax"] = "ValueError"
assert outcome == told[keras.backend.backend()]

# %% Free it again
compile_again()  # with the layer frozen
assert train() == "stays"
first.trainable = True
freed = train()
print("freed:", freed)
on_tensorflow = keras.backend.backend() == "tensorflow"
assert freed == ("stays" if on_tensorflow else "ValueError")
first.trainable = False

# %% What takes effect everywhere
model.set_weights([w1, w2])
compile_again()
assert train() == "stays"
first_kernel, last_kernel = model.get_weights()
