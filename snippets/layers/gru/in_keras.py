"""A GRU in Keras: the order of the gates."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same sequences and weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
inputs = rng.normal(size=(4, 6, 3)).astype("float32")
kernel = rng.normal(size=(3, 15)).astype("float32")
recurrent_kernel = rng.normal(size=(5, 15)).astype("float32")
biases = rng.normal(size=(2, 15)).astype("float32")

# %% Copy the weights as they are
gru = layers.GRU(5, return_sequences=True, return_state=True)
assert gru.reset_after  # the default
x = keras.Input((6, 3))
model = keras.Model(x, gru(x)[1])  # trains on the final state
model.set_weights([kernel, recurrent_kernel, biases])
naive, _ = gru(inputs)

# %% Swap the first two gates
sequence, final_state = gru(inputs)  # here: nothing to swap
print("parameters:", gru.count_params())

# %% Train three steps
model.compile(keras.optimizers.SGD(1.0), "mse")
for _ in range(3):
    model.train_on_batch(inputs, np.zeros((4, 5)))
trained = model(inputs)
print(f"loss after training: {ops.mean(ops.square(trained)):.4f}")
