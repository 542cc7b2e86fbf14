"""train() and eval() on a Keras model (torch backend)."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% Dropout and batch normalization
import keras
import numpy as np
import torch
from keras import layers

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(3, 1, (64, 4)).astype("float32"))
norm = layers.BatchNormalization()
model = keras.Sequential([norm, layers.Dropout(0.5)])
model.build((None, 4))


def moves(call):
    """Does `call` drop values, and does it move the statistics?"""
    before = norm.moving_mean.value.clone()
    output = call()
    dropped = bool((output == 0).any())
    moved = not torch.equal(norm.moving_mean.value, before)
    return [dropped, moved]


# %% Just call it
naive_call = moves(lambda: model(x))
print("as made:", naive_call)

# %% After train() and after eval()
model.train()
naive_after_train = moves(lambda: model(x))
assert norm.training  # the flag is set, and not read
model.eval()
after_eval = moves(lambda: model(x))
print("train():", naive_after_train, "eval():", after_eval)

# %% What controls the layers
training = moves(lambda: model(x, training=True))
inference = moves(lambda: model(x, training=False))
assert training == [True, True] and inference == [False, False]

# %% The same output in the mode of inference
norm.moving_mean.assign(np.zeros(4))
norm.moving_variance.assign(np.ones(4))
output = model(x)
