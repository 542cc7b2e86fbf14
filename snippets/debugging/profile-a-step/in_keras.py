"""Profile a training step in Keras on PyTorch."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% A model and its training step
import keras
from keras import layers, ops
from torch.profiler import profile

model = keras.Sequential(
    [
        layers.Dense(8, activation="relu", use_bias=False),
        layers.Dense(1, use_bias=False),
    ]
)
model.compile(keras.optimizers.SGD(0.1), "mse")
x, y = ops.ones((16, 4)), ops.ones((16, 1))
model.train_on_batch(x, y)  # the first step also sets things up

# %% Record one step
log = os.open("profiler.log", os.O_CREAT | os.O_RDWR)
stderr = os.dup(2)
os.dup2(log, 2)  # it notes when it starts, on standard error
with profile() as recorded:
    model.train_on_batch(x, y)
os.dup2(stderr, 2)

# %% What was recorded
counts = {e.key: e.count for e in recorded.key_averages()}
matrix_products = counts["aten::mm"]
backward_products = counts["MmBackward0"]
assert backward_products == 2  # one for each layer
operations = [key for key in counts if key.startswith("aten::")]
kinds_of_operations = len(operations)
print("matrix products:", matrix_products)
print("kinds of operations:", kinds_of_operations)
