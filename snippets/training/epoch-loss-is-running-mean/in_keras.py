"""The loss of an epoch in Keras: a running mean."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Ten samples in batches of four
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(10, 3)).astype("float32")
y = rng.normal(size=(10, 1)).astype("float32")
layer = layers.Dense(1, use_bias=False, kernel_initializer="ones")
model = keras.Sequential([keras.Input((3,)), layer])
model.compile(keras.optimizers.SGD(0.1), "mse")

# %% Train an epoch
run = model.fit(x, y, batch_size=4, shuffle=False, verbose=0)

# %% Its loss
naive_epoch_loss = epoch_loss = run.history["loss"][0]
print(f"reported by fit {epoch_loss:.3f}")

# %% The loss afterwards
loss_after_epoch = model.evaluate(x, y, batch_size=4, verbose=0)
assert loss_after_epoch < epoch_loss
print(f"with the final weights {loss_after_epoch:.3f}")
