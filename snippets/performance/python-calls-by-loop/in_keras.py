"""Python calls for one more batch in Keras on torch."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% Count Python calls
import gc
import sys

import keras
import torch
from keras import layers
from torch import nn


def calls(run):
    events = []
    gc.disable()  # what it calls back is not part of the run
    sys.setprofile(lambda frame, event, _: events.append(event))
    run()
    sys.setprofile(None)
    gc.enable()
    return events.count("call")


def by_loop(model, *shape):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    model.compile(keras.optimizers.SGD(0.1), loss="mse")
    inputs, targets = (
        torch.rand(3, 32, *shape),
        torch.rand(3, 32, 10),
    )

    def train(number):
        for x, y in zip(inputs[:number], targets, strict=False):
            optimizer.zero_grad()
            nn.functional.mse_loss(model(x), y).backward()
            optimizer.step()

    def fit(number):
        for x, y in zip(inputs[:number], targets, strict=False):
            model.train_on_batch(x, y)

    def one_more(run):
        run(3)  # the first steps also set things up
        return calls(lambda: run(3)) - calls(lambda: run(2))

    found = [one_more(train), one_more(fit)]
    assert found == [one_more(train), one_more(fit)]
    print(f"in a loop {found[0]}, in train_on_batch {found[1]}")
    return found


# %% A dense network
start, first = keras.Input((32,)), layers.Dense(64, "relu")
dense = by_loop(
    keras.Sequential([start, first, layers.Dense(10)]), 32
)

# %% A convolutional network
first = layers.Conv2D(8, 3, activation="relu")
second = layers.Conv2D(16, 3, activation="relu")
pool, last = layers.GlobalAveragePooling2D(), layers.Dense(10)
start = keras.Input((12, 12, 3))
model = keras.Sequential([start, first, second, pool, last])
convolutional = by_loop(model, 12, 12, 3)
