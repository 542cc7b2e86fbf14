"""Change a compiled Keras model: it depends on the backend."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A compiled model in training
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x, y, w1, w2 = (
    rng.normal(size=shape).astype("float32")
    for shape in [(8, 3), (8, 1), (3, 4), (4, 1)]
)
hidden = layers.Dense(4, activation="relu", use_bias=False)
out = layers.Dense(1, use_bias=False)
model = keras.Sequential([keras.Input((3,)), hidden, out])


def compile_again():
    model.compile(keras.optimizers.SGD(0.05), "mse")


def train():
    return float(model.train_on_batch(x, y))


compile_again()
model.set_weights([w1, w2])
first_loss = train()
backend = keras.backend.backend()

# %% Another activation
hidden.activation = keras.activations.tanh
model.set_weights([w1, w2])
noticed = not np.isclose(train(), first_loss)
assert noticed == (backend == "torch")
print(f"training follows on {backend}:", noticed)


def loss_of_six():
    model.set_weights([w1, w2])
    return float(model.train_on_batch(x[:6], y[:6]))


new_size = loss_of_six()  # traced anew where it is traced
compile_again()
assert np.isclose(loss_of_six(), new_size)

# %% The same after another compile
compile_again()
model.set_weights([w1, w2])
losses_after_recompile = [train(), train(), train()]
print([f"{loss:.3f}" for loss in losses_after_recompile])
