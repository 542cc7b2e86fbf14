"""What torch.compile captures of a Keras model."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% Count what is captured
import keras
import torch
from keras import layers


def captured(model, *shape):
    found = torch._dynamo.explain(model)(torch.rand(32, *shape))
    print("graphs:", found.graph_count, end=", ")
    print("breaks:", found.graph_break_count, end=", ")
    print("operations:", found.op_count)
    return [
        found.graph_count,
        found.graph_break_count,
        found.op_count,
    ]


# %% A dense network
start, first = keras.Input((32,)), layers.Dense(64, "relu")
model = keras.Sequential([start, first, layers.Dense(10)])
dense = captured(model, 32)

# %% A convolutional network
first = layers.Conv2D(8, 3, activation="relu")
second = layers.Conv2D(16, 3, activation="relu")
pool, last = layers.GlobalAveragePooling2D(), layers.Dense(10)
start = keras.Input((12, 12, 3))
model = keras.Sequential([start, first, second, pool, last])
convolutional = captured(model, 12, 12, 3)
assert dense[:2] == convolutional[:2] == [1, 0]


# %% A print between two layers
class Talking(keras.Model):
    def __init__(self):
        super().__init__()
        self.first, self.last = layers.Dense(64), layers.Dense(10)

    def call(self, x):
        x = self.first(x)
        print("a batch of", len(x))
        return self.last(x)


model = Talking()
model(torch.rand(32, 32))  # makes the weights
interrupted = captured(model, 32)

# %% Batch normalization in training
norm = layers.BatchNormalization()
model = keras.Sequential([keras.Input((32,)), norm])
_, breaks_in_training, _ = captured(
    lambda x: model(x, training=True), 32
)
assert breaks_in_training > 0
