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
# Both methods come from torch.nn.Module.
drops_after_train = drops(dropout.train()(ones))
drops_after_eval = drops(dropout.eval()(ones, training=True))
print("after .train():", drops_after_train)
print("after .eval(), with training=True:", drops_after_eval)
