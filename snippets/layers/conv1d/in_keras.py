"""A 1-D convolution in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same sequences and kernel
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
sequences = rng.normal(size=(2, 6, 6)).astype("float32")
kernel = rng.normal(size=(3, 6, 4)).astype("float32")

# %% Carry the kernel over
conv = layers.Conv1D(4, 3)
model = keras.Sequential([keras.Input((6, 6)), conv])
model.set_weights([kernel, np.zeros(4)])  # (size, in, out)

# %% The line a reader copies first
output = model(sequences)
naive = ops.transpose(output, (0, 2, 1))
print("shape:", list(output.shape))

# %% Steps and channels in their places
matched = output
print("shape:", list(matched.shape))

# %% Train one step
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(sequences, np.zeros((2, 4, 4)))
kernel_after_step = conv.kernel
bias_after_step = conv.bias
