"""Cosine similarity in Keras: lengths of at least 1e-7."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Outputs and targets
import inspect

import keras
import numpy as np
from keras import layers, metrics

rng = np.random.default_rng(0)
outputs = rng.normal(size=(6, 4)).astype("float32")
targets = rng.normal(size=(6, 4)).astype("float32")

# %% The metric and the loss
model = keras.Sequential([keras.Input((4,)), layers.Identity()])
name = "cosine_similarity"
model.compile(loss=name, metrics=[name])
naive_loss, metric = model.evaluate(outputs, targets, verbose=0)
assert np.isclose(naive_loss, -metric)
naive_sum = metric  # CosineSimilarity() takes the mean
print(f"loss {naive_loss:.4f}, metric {metric:.4f}")

# %% Vectors of length zero and 1e-9
unit = np.array([[0.6, 0.8]], "float32")
zero = metrics.CosineSimilarity()(unit, 0 * unit)
zero_vectors = [zero]
short = metrics.CosineSimilarity()(unit, 1e-9 * unit)
short_vectors = [short]
assert np.isclose(float(short), 0.01)
arguments = inspect.signature(metrics.CosineSimilarity).parameters
assert list(arguments) == ["name", "dtype", "axis"]
print(f"zero {zero:.1f}")
print(f"short {short:.4f}")
