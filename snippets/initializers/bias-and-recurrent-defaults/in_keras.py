"""Defaults of biases and LSTMs in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A dense bias
import math

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
dense = layers.Dense(50)
dense.build((None, 100))
naive_linear_bias_is_zero = not dense.get_weights()[1].any()
print("zero:", naive_linear_bias_is_zero)

# %% An LSTM as it starts
lstm = layers.LSTM(20)
lstm.build((None, None, 3000))
kernel, recurrent, bias = lstm.get_weights()
recurrent_products = recurrent @ recurrent.T
naive_recurrent_is_orthogonal = np.allclose(
    recurrent_products, np.eye(20), atol=1e-5
)
naive_forget_bias_is_one = bool((bias[20:40] == 1).all())
print("orthogonal:", naive_recurrent_is_orthogonal)
print("forget bias one:", naive_forget_bias_is_one)

# %% The start that Keras chooses
assert lstm.unit_forget_bias  # the default
input_kernel_limit = abs(kernel).max()
glorot = math.sqrt(6 / (3000 + 4 * 20))
assert math.isclose(input_kernel_limit, glorot, rel_tol=1e-4)
assert bias.sum() == 20  # zero in the three other gates
