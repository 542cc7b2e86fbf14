"""Compile a training step just in time in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Data, weights and a model
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x, y, kernel = (
    rng.normal(size=shape).astype("float32")
    for shape in [(16, 4), (16, 1), (4, 1)]
)
dense = layers.Dense(1, activation="tanh", use_bias=False)
model = keras.Sequential([keras.Input((4,)), dense])
model.set_weights([kernel])

# %% What happens by default
model.compile(keras.optimizers.SGD(0.1), "mse")
engine = keras.backend.backend()
assert model.jit_compile == (engine == "jax")
print(f"jit_compile with {engine}:", model.jit_compile)

# %% Compile and train
model.compile(keras.optimizers.SGD(0.1), "mse", jit_compile=True)
losses = [float(model.train_on_batch(x, y)) for _ in range(3)]
weights_after_steps = dense.kernel
print("losses:", [f"{loss:.4g}" for loss in losses])
