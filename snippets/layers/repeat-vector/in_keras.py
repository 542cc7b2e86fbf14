"""One vector for every time step in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same vectors
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
vectors = rng.normal(size=(2, 3)).astype("float32")
kernel = rng.normal(size=(3, 3)).astype("float32")
target = rng.normal(size=(2, 4, 3)).astype("float32")

# %% Repeat along a new axis
repeated = layers.RepeatVector(4)(vectors)
print("shape:", tuple(repeated.shape))

# %% Other ways to repeat
tiled = ops.tile(vectors, (1, 4))
assert ops.all(ops.reshape(tiled, (2, 4, 3)) == repeated)
rows = ops.repeat(vectors, 4, axis=0)
print("shapes:", tuple(tiled.shape), tuple(rows.shape))

# %% Train a layer below it
dense = layers.Dense(3, use_bias=False)
model = keras.Sequential(
    [keras.Input((3,)), dense, layers.RepeatVector(4)]
)
model.set_weights([kernel])
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(vectors, target)
kernel_after_step = dense.kernel
print(f"norm of the kernel: {ops.norm(kernel_after_step):.4f}")
