"""Keras runs on the engine you choose, if it still knows it."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% What is running now
import keras

engine = keras.backend.backend()
assert engine in ("torch", "jax", "tensorflow")
print("engine:", engine)

# %% Names of engines of the past
refused = []
for name in ("theano", "cntk"):
    try:
        keras.config.set_backend(name)
    except ValueError as error:
        refused.append(name)
        print(error)
assert refused == ["theano", "cntk"]
