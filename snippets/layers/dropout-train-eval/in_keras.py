"""Dropout in Keras: the caller says which mode."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Ones go in
import keras
from keras import layers, ops

keras.utils.set_random_seed(0)
ones = ops.ones((20, 10))
dropout = layers.Dropout(0.5)


def drops(output):
    return bool(ops.any(output == 0))


# %% The layer as it comes
naive_call_drops = drops(dropout(ones))
print("drops:", naive_call_drops)

# %% Ask for inference, then for training
inference = dropout(ones, training=False)
assert not drops(inference)
training = dropout(ones, training=True)
assert drops(training)
kept_value = ops.max(training)
print(f"a kept one becomes {float(kept_value)}")

# %% What .train() and .eval() control
# On the torch backend the layer is an nn.Module and has both.
on_torch = keras.backend.backend() == "torch"
assert hasattr(dropout, "train") == on_torch
assert hasattr(dropout, "eval") == on_torch
if on_torch:
    dropout.train()
drops_after_train = drops(dropout(ones))
if on_torch:
    dropout.eval()
drops_after_eval = drops(dropout(ones, training=True))
print("without the argument:", drops_after_train)
print("with training=True:", drops_after_eval)
