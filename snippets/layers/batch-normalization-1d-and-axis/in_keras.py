"""Batch normalization of sequences in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same table and sequences
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
table = rng.normal(size=(6, 3)).astype("float32")
spread = [1.0, 2.0, 4.0]  # of the three features
sequences = rng.normal(size=(4, 3, 3)) * spread
sequences = sequences.astype("float32")
target = rng.normal(size=(4, 3, 3)).astype("float32")


def norm(axis=-1):
    return layers.BatchNormalization(axis, epsilon=1e-3)


# %% A table
table_output = norm()(table, training=True)

# %% Sequences
features = norm()
model = keras.Sequential([keras.Input((3, 3)), features])
naive = matched = model(sequences, training=True)
axis_one = norm(axis=1)(sequences, training=True)
deviations = ops.convert_to_numpy(ops.std(matched, axis=(0, 1)))
print("per feature:", [round(float(d), 3) for d in deviations])

# %% One training step
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(sequences, target)
scale_after_step = features.gamma

# %% A batch of one row
alone = norm()
model = keras.Sequential([keras.Input((3,)), alone])
model.compile("sgd", "mse")
model.fit(table[:1], table[:1], verbose=0)  # no error
old, new = 1.0, 0.0  # one row has no variance
expected = 0.99 * old + 0.01 * new
assert np.allclose(alone.moving_variance, expected)
