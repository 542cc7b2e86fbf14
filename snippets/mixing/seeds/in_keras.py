"""Which seed repeats a Keras layer on the torch backend."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% Draw the same things twice
import random

import keras
import torch
from keras import layers


def draw():
    """New weights of a layer, and a pattern of dropout."""
    layer, drop = layers.Dense(4), layers.Dropout(0.5)
    layer.build((None, 3))
    return layer.kernel.value, drop(torch.ones(100), training=True)


def repeats(seed):
    seed(3)
    first = draw()
    assert (first[1] == 0).any()  # some were dropped
    seed(3)
    again = draw()
    pairs = zip(first, again, strict=True)
    return [torch.equal(a, b) for a, b in pairs]


# %% Only the seed of PyTorch
naive_repeats = repeats(torch.manual_seed)
print("weights, dropout repeat:", naive_repeats)

# %% The seed that covers the layers
all_repeat = repeats(keras.utils.set_random_seed)
assert all(all_repeat)
assert repeats(random.seed) == [True, False]  # weights only


def dropped():
    return layers.Dropout(0.5, seed=1)(
        torch.ones(100), training=True
    )


assert (dropped() == 0).any()
assert torch.equal(dropped(), dropped())
