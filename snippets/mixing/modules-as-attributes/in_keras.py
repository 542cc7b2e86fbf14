"""PyTorch layers as attributes and in lists of a Keras model."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% Data and initial weights, made with NumPy
import keras
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 4)).astype("float32")
y = x.sum(1, keepdims=True)


def new_layers():
    torch.manual_seed(0)
    return nn.Linear(4, 8), nn.Linear(8, 1)


# %% Each layer an attribute
class Attributes(keras.Model):
    def __init__(self):
        super().__init__()
        self.first, self.last = new_layers()
        self.more = [nn.Linear(1, 1)]  # in a list, and not found

    def call(self, x):
        return self.last(self.first(x).relu())


def train(model):
    model.compile(keras.optimizers.SGD(0.05), "mse")
    options = {"batch_size": 64, "epochs": 20, "shuffle": False}
    return model.fit(x, y, verbose=0, **options).history["loss"]


model = Attributes()
losses = train(model)  # no warning
held_as_attributes = len(model.trainable_weights)
print(held_as_attributes, "tensors held")
print(f"loss {losses[0]:.3f} -> {losses[-1]:.3f}")


# %% Layers in a Python list
class InAList(keras.Model):
    def __init__(self):
        super().__init__()
        self.parts = list(new_layers())

    def call(self, x):
        return self.parts[1](self.parts[0](x).relu())


model = InAList()
stuck = train(model)  # warns that nothing is trained
held_in_a_list = len(model.trainable_weights)
assert stuck[0] == stuck[-1]

# %% Layers in a ModuleList
model = InAList()
model.parts = nn.ModuleList(new_layers())
try:
    naive_module_list_works = len(model(x)) == 64
except TypeError as error:
    naive_module_list_works = False
    assert "subscript" in str(error)
