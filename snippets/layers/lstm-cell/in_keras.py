"""An LSTM cell in Keras: one step, or a layer around it."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same sequences and weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
inputs = rng.normal(size=(2, 4, 3)).astype("float32")
kernel = rng.normal(size=(3, 20)).astype("float32") / 2
recurrent_kernel = rng.normal(size=(5, 20)).astype("float32") / 2
bias = rng.normal(size=20).astype("float32")

# %% A new cell
cell = layers.LSTMCell(5)
x = keras.Input((4, 3))
model = keras.Model(x, layers.RNN(cell)(x))
naive_forget_bias = ops.convert_to_numpy(cell.bias)[5:10]
forget_bias = naive_forget_bias
others = np.delete(ops.convert_to_numpy(cell.bias), range(5, 10))
assert (forget_bias == 1).all() and not others.any()

# %% Carry the weights over
model.set_weights([kernel, recurrent_kernel, bias])

# %% Four steps
state = [ops.zeros((2, 5)), ops.zeros((2, 5))]
for step in inputs.swapaxes(0, 1):
    output, state = cell(step, state)
cell_state = state[1]
hidden_state = output
assert ops.all(output == state[0])
looped = model(inputs)  # the same loop, as a layer
print(f"hidden: {ops.norm(hidden_state):.4f}")
print(f"cell: {ops.norm(cell_state):.4f}")

# %% One training step
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(inputs, np.zeros((2, 5)))
kernels_after_step = np.concatenate(model.get_weights()[:2])
