"""Padded sequences in Keras: a mask travels with the data."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Padded sequences and weights
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
lengths = np.array([6, 4, 2])
is_step = np.arange(6) < lengths[:, None]
padded = rng.normal(size=(3, 6, 4)) * is_step[:, :, None]
padded = padded.astype("float32")
target = rng.normal(size=(3, 10)).astype("float32")
shapes = [(4, 20), (5, 20), (20,)] * 2  # forward, backward
weights = [rng.normal(size=s).astype("float32") / 2 for s in shapes]


# %% Carry the weights over
def network(*before, **options):
    lstm = layers.Bidirectional(layers.LSTM(5, **options))
    model = keras.Sequential([keras.Input((6, 4)), *before, lstm])
    model.set_weights(weights)
    return model


plain = network()
model = network(layers.Masking())  # marks steps that are all zero
sequences = network(layers.Masking(), return_sequences=True)

# %% Padding read as data, then skipped
padding_read = plain.predict(padded, verbose=0)
matched = naive = model.predict(padded, verbose=0)
every_step = sequences.predict(padded, verbose=0)
shift = np.abs(padding_read - matched).max(axis=-1)
print("changed by the padding:", (shift > 1e-3).tolist())

# %% One training step
model.compile(keras.optimizers.SGD(1.0), loss="mse")
model.train_on_batch(padded, target)
recurrent = [w for w in model.get_weights() if w.shape == (5, 20)]
kernels_after_step = np.concatenate(recurrent)
