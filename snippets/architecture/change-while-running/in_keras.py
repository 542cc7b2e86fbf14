"""Change a Keras model between two training steps."""

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
first = layers.Dense(4, activation="relu", use_bias=False)
last = layers.Dense(1, use_bias=False)
model = keras.Sequential([keras.Input((3,)), first, last])
model.set_weights([w1, w2])
model.compile(keras.optimizers.SGD(0.05), "mse")


def train():
    return float(model.train_on_batch(x, y))


losses = [train(), train()]

# %% Another activation
before = model.predict(x, verbose=0)
first.activation = keras.activations.tanh
assert not np.allclose(model.predict(x, verbose=0), before)
losses += [train(), train()]

# %% One layer frozen
first.trainable = False
first_before, last_before = model.get_weights()
losses += [train(), train()]
first_kernel, last_kernel = model.get_weights()
assert np.array_equal(first_kernel, first_before)
assert not np.array_equal(last_kernel, last_before)
print([f"{loss:.3f}" for loss in losses])
