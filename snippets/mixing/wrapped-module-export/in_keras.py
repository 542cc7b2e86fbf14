"""Export a Keras model that wraps a module (torch backend)."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% A module with dropout and running statistics
import keras
import numpy as np
import torch
from keras import layers
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(3, 1, (1, 50)).astype("float32"))
module = nn.Sequential(nn.BatchNorm1d(50), nn.Dropout(0.5))
inputs, shape = keras.Input((50,)), (None, 50)


def run_twice(path):
    program = torch.export.load(path).module()
    return program(x), program(x)


# %% Export it after eval()
dropping = nn.Sequential(nn.Dropout(0.5))
wrapped = layers.TorchModuleWrapper(dropping, output_shape=shape)
model = keras.Sequential([inputs, wrapped])
model.eval()
model.export("naive.pt2", format="torch", verbose=False)
first, second = run_twice("naive.pt2")
naive_repeats = torch.equal(first, second)
print("repeats:", naive_repeats)

# %% With the mode given
wrapped = layers.TorchModuleWrapper(module, output_shape=shape)
model = keras.Model(inputs, wrapped(inputs, training=False))
model.export("model.pt2", format="torch", verbose=False)
output, again = run_twice("model.pt2")
repeats = torch.equal(output, again)
assert repeats and torch.equal(model(x), output)

# %% It still trains
before = module[0].running_mean.clone()
model.compile(keras.optimizers.SGD(0.1), "mse")
model.fit(torch.cat([x, 2 * x]), torch.cat([x, x]), verbose=0)
trains_in_fit = not torch.equal(module[0].running_mean, before)
