"""Print the summary of a Keras model and count its parameters."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A small network
import math

import keras
from keras import layers

model = keras.Sequential(
    [
        keras.Input((8, 8, 1)),
        layers.Conv2D(4, 3, name="conv"),
        layers.BatchNormalization(name="norm"),
        layers.Flatten(name="flatten"),
        layers.Dense(10, name="dense"),
    ],
    name="network",
)

# %% Print it
lines = []  # model.summary() alone prints the table with its rules
model.summary(line_length=68, print_fn=lines.append)
lines = "".join(lines).splitlines()
print("\n".join(line for line in lines if line[0] not in "┏┡├└"))

# %% Count
naive_total = total = model.count_params()
trainable = sum(math.prod(w.shape) for w in model.trainable_weights)
statistics = sum(
    math.prod(w.shape) for w in model.non_trainable_weights
)
assert any("Total params: 1,506" in line for line in lines)
