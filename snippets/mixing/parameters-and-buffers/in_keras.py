"""What parameters() and buffers() of a Keras model hold."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% Batch normalization and a linear layer
import keras
import numpy as np
import torch
from keras import layers

x = np.random.default_rng(0).normal(size=(8, 4)).astype("float32")


def build():
    norm, dense = layers.BatchNormalization(), layers.Dense(8)
    return keras.Sequential([keras.Input((4,)), norm, dense])


model = build()

# %% parameters() and buffers()
names = [name for name, _ in model.named_parameters()]
print([name.split("/")[-1] for name in names])
print([v.name for v in model.weights])
naive_numbers = sum(p.numel() for p in model.parameters())
naive_buffers = len(list(model.buffers()))
print(naive_numbers, "numbers,", naive_buffers, "buffers")

# %% Only what an optimizer may change
trainable = [p for p in model.parameters() if p.requires_grad]
trainable_numbers = sum(p.numel() for p in trainable)
print("trainable:", trainable_numbers)
rest = [
    n for n, p in model.named_parameters() if not p.requires_grad
]
assert all("/moving_" in name for name in rest) and len(rest) == 2
[seed] = layers.Dropout(0.5).parameters()
assert seed.numel() == 2 and not seed.is_floating_point()

# %% state_dict() into a second model
twin = build()
try:
    twin.load_state_dict(model.state_dict())
    naive_accepted = True
except RuntimeError as error:
    naive_accepted = False
    print(str(error).split(":")[0])
tensors, entries = len(model.weights), len(model.state_dict())
naive_doubled = entries == 2 * tensors

# %% What always carries the weights
twin.set_weights(model.get_weights())
copied = torch.equal(twin(x), model(x))
assert copied
