"""A transformer encoder block in Keras: a short custom layer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Weights, tokens and targets
import keras
import numpy as np
from keras import layers, ops

DIM, HEADS, WIDE = 8, 2, 16
rng = np.random.default_rng(0)
*qkv, out = rng.normal(0, 0.3, (4, DIM, DIM))  # each (out, in)
up = rng.normal(0, 0.3, (WIDE, DIM))
down = rng.normal(0, 0.3, (DIM, WIDE))
x, y = rng.normal(0, 0.3, (2, 4, 6, DIM)).astype("float32")


# %% The block
class EncoderBlock(layers.Layer):
    def __init__(self, dim, heads, wide, epsilon=1e-5):
        super().__init__()
        self.att = layers.MultiHeadAttention(heads, dim // heads)
        self.norm1 = layers.LayerNormalization(epsilon=epsilon)
        self.up = layers.Dense(wide, activation="relu")
        self.down = layers.Dense(dim)
        self.norm2 = layers.LayerNormalization(epsilon=epsilon)

    def call(self, x):
        x = self.norm1(x + self.att(x, x))
        return self.norm2(x + self.down(self.up(x)))


# %% Carry the weights over
matrices = [w.T.reshape(DIM, HEADS, -1) for w in qkv]
matrices += [out.T.reshape(HEADS, -1, DIM), up.T, down.T]
outputs = []
for epsilon in (1e-3, 1e-5):  # the defaults of Keras and PyTorch
    block = EncoderBlock(DIM, HEADS, WIDE, epsilon)
    block(x)  # the first call creates the variables
    kernels = [v for v in block.weights if v.name == "kernel"]
    for kernel, matrix in zip(kernels, matrices, strict=True):
        kernel.assign(matrix)
    outputs.append(block(x))
naive, output = outputs
apart = ops.max(ops.abs(output - naive)) / ops.max(ops.abs(output))
assert apart < 0.01  # small here

# %% Three training steps
model = keras.Sequential([block])
model.compile(keras.optimizers.SGD(0.1), loss="mse")
losses = [model.train_on_batch(x, y) for _ in range(3)]
trained = ops.stack([kernel.value for kernel in kernels[:3]])
qkv_after_steps = ops.reshape(trained, (3, DIM, DIM))
print("losses:", [f"{loss:.4g}" for loss in losses])
