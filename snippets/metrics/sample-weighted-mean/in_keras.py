"""Weighted means in Keras: losses and metrics differ."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Outputs, targets and weights
import keras
import numpy as np
from keras import layers, metrics

rng = np.random.default_rng(0)
outputs = rng.normal(size=(8, 1)).astype("float32")
targets = rng.normal(size=(8, 1)).astype("float32")
weights = np.array([1, 1, 1, 1, 5, 5, 5, 5], "float32")

# %% Three means
model = keras.Sequential([keras.Input((1,)), layers.Identity()])
model.compile(
    loss="mse",
    metrics=["mse"],
    weighted_metrics=[metrics.MeanSquaredError(name="weighted")],
)
loss, metric, weighted_metric = model.evaluate(
    outputs, targets, sample_weight=weights, verbose=0
)
naive_loss = loss
print(f"loss {loss:.3f}")
print(f"metric {metric:.3f}")
print(f"weighted metric {weighted_metric:.3f}")

# %% Weights with mean one
scaled = weights / weights.mean()
loss_of_scaled_weights, _, same = model.evaluate(
    outputs, targets, sample_weight=scaled, verbose=0
)
assert np.isclose(loss_of_scaled_weights, weighted_metric)
assert np.isclose(same, weighted_metric)
print(f"loss {loss_of_scaled_weights:.3f}")
