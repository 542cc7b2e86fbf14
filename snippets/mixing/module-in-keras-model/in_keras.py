"""A PyTorch module inside a Keras model (torch backend)."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% Data and initial weights, made with NumPy
import keras
import numpy as np
import torch
from keras import layers
from torch import nn

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 4)).astype("float32")
y = np.square(x).sum(1, keepdims=True)
kernel = rng.normal(0, 0.5, (4, 8)).astype("float32")
output = rng.normal(0, 0.5, (8, 1)).astype("float32")

# %% A PyTorch module
module = nn.Sequential(nn.Linear(4, 8), nn.SiLU())
with torch.no_grad():
    module[0].weight.copy_(torch.from_numpy(kernel.T))
    module[0].bias.zero_()

# %% A model around it
wrapped = layers.TorchModuleWrapper(module, output_shape=(None, 8))
head = layers.Dense(1)
model = keras.Sequential([keras.Input((4,)), wrapped, head])
head.set_weights([output, np.zeros(1)])
assert len(model.trainable_weights) == 4

# %% Train for 20 epochs
try:
    model.compile(torch.optim.SGD(module.parameters()), "mse")
except ValueError as error:
    print(type(error).__name__, "for an optimizer of PyTorch")
model.compile(keras.optimizers.SGD(learning_rate=0.02), "mse")
history = model.fit(
    x, y, batch_size=64, epochs=20, shuffle=False, verbose=0
)
losses = history.history["loss"]
module_weight_after = module[0].weight
print(f"loss {losses[0]:.3f} -> {losses[-1]:.3f}")
