"""An LSTM in Keras: layout, bias, outputs, training."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same sequences and weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
inputs = rng.normal(size=(4, 6, 3)).astype("float32")
kernel = rng.normal(size=(3, 20)).astype("float32")
recurrent_kernel = rng.normal(size=(5, 20)).astype("float32")
bias = rng.normal(size=20).astype("float32")

# %% Carry the weights over
lstm = layers.LSTM(5)
model = keras.Sequential([keras.Input((6, 3)), lstm])
model.set_weights([kernel, recurrent_kernel, bias])

# %% The line a reader copies first
naive = lstm(inputs)  # (batch, time, feature) in, last step out

# %% All steps and the final state
full = layers.LSTM(5, return_sequences=True, return_state=True)
full.build(inputs.shape)
full.set_weights(lstm.get_weights())
sequence, hidden_state, cell_state = full(inputs)
print("parameters:", lstm.count_params())

# %% Train three steps
model.compile(keras.optimizers.SGD(1.0), "mse")
for _ in range(3):
    model.train_on_batch(inputs, np.zeros((4, 5)))
naive_trained = trained = lstm(inputs)
print(f"loss after training: {ops.mean(ops.square(trained)):.4f}")
