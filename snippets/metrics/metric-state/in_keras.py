"""A running accuracy in Keras: a metric holds state."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Labels and scores of two epochs
import keras
import numpy as np
from keras import layers, metrics

rng = np.random.default_rng(0)
labels = rng.integers(3, size=(4, 8))
noise = rng.normal(size=(2, 4, 8, 3)).astype("float32")
one_hot = np.eye(3, dtype="float32")[labels]
epochs = noise + 2 * one_hot
epochs[0] -= one_hot  # the first epoch is worse

# %% Batch by batch
accuracy = metrics.SparseCategoricalAccuracy()
naive_of_each_batch, running_accuracy = [], []
for y, scores in zip(labels, epochs[0], strict=True):
    naive_of_each_batch.append(float(accuracy(y, scores)))
    running_accuracy.append(float(accuracy.result()))
assert naive_of_each_batch == running_accuracy
print("running", [f"{a:.2f}" for a in running_accuracy])

# %% The second epoch without a reset
flat_labels = labels.reshape(32)
flat_scores = epochs[1].reshape(32, 3)
accuracy.update_state(flat_labels, flat_scores)
second_epoch_without_reset = accuracy.result()
print(f"second epoch {second_epoch_without_reset:.3f}")

# %% The second epoch after a reset
accuracy.reset_state()
accuracy.update_state(flat_labels, flat_scores)
second_epoch = accuracy.result()
print(f"second epoch {second_epoch:.3f}")

dense = layers.Dense(1, use_bias=False, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((1,)), dense])
model.compile(keras.optimizers.SGD(0.5), "mse", metrics=["mse"])
x, y = np.ones((1, 1)), np.full((1, 1), 10.0)
history = model.fit(x, y, epochs=2, verbose=0).history
assert np.allclose(history["mse"], [100, 0])  # fit resets
