"""compile() wants a Keras optimizer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% A model with one weight of 1
import keras
import numpy as np
import torch
from keras import layers

x, y = np.ones((8, 1)), np.zeros((8, 1))
dense = layers.Dense(1, use_bias=False, kernel_initializer="ones")
model = keras.Sequential([keras.Input((1,)), dense])

# %% A step of SGD
model.compile(keras.optimizers.SGD(learning_rate=0.1), "mse")
model.train_on_batch(x, y)
weight = dense.get_weights()[0].item()
print(f"weight {weight:.2f}")
assert round(weight, 6) == 0.8

# %% An optimizer of PyTorch
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
model.compile(optimizer, "mse")
