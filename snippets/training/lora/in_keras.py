"""Low-rank adaptation in Keras: enable_lora."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A trained kernel and a first small matrix
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
kernel = (rng.normal(size=(32, 16)) / 6).astype("float32")
down = (rng.normal(size=(32, 2)) / 6).astype("float32")
x = rng.normal(size=(8, 32)).astype("float32")
y = np.zeros((8, 16), "float32")

# %% Add the low-rank part
dense = layers.Dense(16, use_bias=False)
model = keras.Sequential([keras.Input((32,)), dense])
model.set_weights([kernel])
before = model(x)
dense.enable_lora(rank=2)
dense.lora_kernel_a.assign(down)
free = model.trainable_weights
trainable_parameters = sum(np.prod(w.shape) for w in free)
output_at_start = model(x)
assert ops.all(ops.isclose(output_at_start, before))
print(f"trains {trainable_parameters} of {kernel.size}")

# %% Train it
model.compile(keras.optimizers.SGD(0.1), "mse")
for _ in range(3):
    model.train_on_batch(x, y)
down_after_training = dense.lora_kernel_a
up_after_training = dense.lora_kernel_b
output_after_training = model(x)
assert len(free) == 2  # the kernel is frozen
print(f"up to {ops.max(ops.abs(up_after_training)):.3f}")
