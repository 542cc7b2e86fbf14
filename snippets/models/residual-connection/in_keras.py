"""A residual block in Keras: the skip is an edge of the graph."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Weights and data
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
first, second = rng.normal(size=(2, 8, 8)).astype("float32") / 2
x, y = rng.normal(size=(2, 16, 8)).astype("float32")

# %% The block with its skip
inputs = keras.Input((8,))
hidden = layers.Dense(8, activation="relu")(inputs)
branch = layers.Dense(8, use_bias=False)(hidden)
outputs = layers.Add()([inputs, branch])
model = keras.Model(inputs, outputs)
assert isinstance(model.layers[-1], layers.Add)
assert model.output_shape == (None, 8)  # before any data

# %% The same weights
model.set_weights([first, np.zeros(8), second])
output = model.predict(x, verbose=0)
parameters = model.count_params()
print("parameters:", parameters)

# %% One training step, then the branch removed
model.compile(keras.optimizers.SGD(1.0), loss="mse")
loss = model.train_on_batch(x, y)
weights_after_step = model.get_weights()[0]
model.layers[2].set_weights([np.zeros((8, 8))])
without_branch = model.predict(x, verbose=0)
assert np.array_equal(without_branch, x)
