"""Load on any backend a file that torch wrote."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model after five steps of training
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
model.compile(keras.optimizers.SGD(0.05, momentum=0.9), "mse")


def train(steps):
    for _ in range(steps):
        model.train_on_batch(x, y)


model.set_weights([w1, w2])
train(steps=5)
prediction = model.predict(x, verbose=0)

# %% Load the file of an earlier run
path = "written_on_torch.keras"
try:
    keras.models.load_model(path)
    with_optimizer = True
except TypeError as error:
    with_optimizer = False
    print(str(error).split(" because")[0])
assert with_optimizer == (keras.backend.backend() == "torch")
model = keras.models.load_model(path, compile=False)
loaded_prediction = model.predict(x, verbose=0)
assert np.allclose(loaded_prediction, prediction, atol=1e-5)

# %% Go on training with a new optimizer
model.compile(keras.optimizers.SGD(0.05, momentum=0.9), "mse")
train(steps=5)
trained_weights = model.get_weights()[0]
print([f"{w:.3f}" for w in trained_weights[0]])
