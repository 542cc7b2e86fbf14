"""A simple RNN in Keras: one bias."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same sequences and weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
inputs = rng.normal(size=(4, 6, 3)).astype("float32")
kernel = rng.normal(size=(3, 5)).astype("float32") / 2
recurrent_kernel = rng.normal(size=(5, 5)).astype("float32") / 2
bias = rng.normal(size=5).astype("float32")

# %% Carry the weights over
weights = [kernel, recurrent_kernel, bias]
rnn = layers.SimpleRNN(5, return_sequences=True, return_state=True)
x = keras.Input((6, 3))
model = keras.Model(x, rnn(x)[1])  # trains on the final state
model.set_weights(weights)
naive_parameters = rnn.count_params()
print("parameters:", naive_parameters)

# %% Every step and the final state
sequence, final_state = rnn(inputs)
relu_rnn = layers.SimpleRNN(5, "relu", return_sequences=True)
relu_rnn.build(inputs.shape)
relu_rnn.set_weights(weights)
relu_sequence = relu_rnn(inputs)
print(f"mean with ReLU: {ops.mean(relu_sequence):.4f}")

# %% One training step
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(inputs, np.zeros((4, 5)))
after = model.get_weights()
steps = [a - b for a, b in zip(after, weights, strict=True)]
kernels_step = np.concatenate(steps[:2])
one_bias_step = naive_bias_step = steps[2]
print(f"bias moved by: {np.linalg.norm(naive_bias_step):.4f}")
