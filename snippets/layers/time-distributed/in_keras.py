"""A layer at every time step in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same sequences, videos and weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
sequences = rng.normal(size=(2, 5, 3)).astype("float32")
videos = rng.normal(size=(2, 3, 4, 4, 1)).astype("float32")
target = rng.normal(size=(2, 3, 2, 2, 2)).astype("float32")
dense_kernel = rng.normal(size=(3, 2)).astype("float32")
kernel = rng.normal(size=(3, 3, 1, 2)).astype("float32")

# %% A dense layer needs nothing
dense = layers.Dense(2, use_bias=False)
dense.build(sequences.shape)
dense.set_weights([dense_kernel])
dense_output = dense(sequences)
wrapped = layers.TimeDistributed(dense)(sequences)
assert ops.all(ops.isclose(dense_output, wrapped, atol=1e-6))
print("shape:", tuple(dense_output.shape))

# %% A convolution for every frame
conv = layers.Conv2D(2, 3, use_bias=False)
every_frame = layers.TimeDistributed(conv)
model = keras.Sequential([keras.Input((3, 4, 4, 1)), every_frame])
model.set_weights([kernel])
frames_output = model(videos)
print("shape:", tuple(frames_output.shape))

# %% One training step
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(videos, target)
kernel_after_step = conv.kernel
