"""A causal convolution in Keras: one argument."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same sequences and kernel
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
sequences = rng.normal(size=(2, 10, 3)).astype("float32")
kernel = rng.normal(size=(3, 3, 4)).astype("float32")
changed = sequences.copy()
changed[:, -1] += 1  # only the last step

# %% The line a reader copies first
conv = layers.Conv1D(
    4, 3, dilation_rate=2, padding="causal", use_bias=False
)
model = keras.Sequential([keras.Input((10, 3)), conv])
model.set_weights([kernel])
naive = model(sequences)
gap = ops.max(ops.abs(model(changed) - naive)[:, :-1])
naive_earlier_steps_change = bool(gap > 1e-3)
print("sees the future:", naive_earlier_steps_change)

# %% Pad the past only
matched = naive  # causal already does

# %% Train one step
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(sequences, np.zeros((2, 10, 4)))
kernel_after_step = conv.kernel
