"""The mean over an epoch in Keras: what a metric weighs."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Ten samples in batches of four
import keras
import numpy as np
from keras import layers, losses, metrics, ops

rng = np.random.default_rng(0)
targets = rng.normal(size=(10, 1)).astype("float32")
targets[8:] += 5  # the last two are hard
outputs = np.zeros((10, 1), "float32")
rows = [slice(0, 4), slice(4, 8), slice(8, 10)]
batches = [(targets[r], outputs[r]) for r in rows]

# %% The mean of the batch means
mean, weighted = metrics.Mean(), metrics.Mean()
for y, out in batches:
    loss = ops.mean(losses.mean_squared_error(y, out))
    mean.update_state(loss)
    weighted.update_state(loss, sample_weight=len(y))
mean_of_batch_means = mean.result()
print(f"mean of means {mean_of_batch_means:.3f}")

# %% The mean over the samples
mean_over_samples = weighted.result()
model = keras.Sequential([keras.Input((1,)), layers.Identity()])
model.compile(loss="mse", metrics=["mse"])
naive_epoch_loss, metric = model.evaluate(
    outputs, targets, batch_size=4, verbose=0
)
told = [naive_epoch_loss, metric]
assert np.allclose(told, float(mean_over_samples))
print(f"mean over samples {mean_over_samples:.3f}")

# %% Roots
root = metrics.RootMeanSquaredError()
batch_roots = []
for y, out in batches:
    batch_roots.append(metrics.RootMeanSquaredError()(y, out))
    root.update_state(y, out)
mean_of_batch_roots = np.mean([float(r) for r in batch_roots])
root_of_the_mean = root.result()
print(f"mean of roots {mean_of_batch_roots:.3f}")
print(f"root of the mean {root_of_the_mean:.3f}")
