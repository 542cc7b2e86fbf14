"""Keras with NumPy and scikit-learn."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Digits and a network with fixed weights
import keras
import numpy as np
from keras import layers, ops
from sklearn.base import ClassifierMixin
from sklearn.datasets import load_digits
from sklearn.linear_model import RidgeClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer

rows, labels = load_digits(return_X_y=True)
rows = (rows / 16).astype("float32")
rng = np.random.default_rng(0)
kernel = rng.normal(0, 0.3, (64, 100)).astype("float32")
dense = layers.Dense(100, activation="relu", use_bias=False)
network = keras.Sequential([keras.Input((64,)), dense])
network.set_weights([kernel])

# %% From a tensor to an array
naive_tensor = ops.zeros(3)
ops.convert_to_numpy(naive_tensor)[0] = 1  # the array is a copy
tensor = naive_tensor
values = ops.convert_to_numpy(tensor).tolist()
print("after writing to the array:", values)

# %% The network as a step of a pipeline


def features(rows):
    return network.predict(rows, verbose=0)


pipeline = make_pipeline(
    FunctionTransformer(features), RidgeClassifier()
)
pipeline.fit(rows[:1200], labels[:1200])

# %% Scores
scores = pipeline.decision_function(rows[1200:1210])
test_accuracy = pipeline.score(rows[1200:], labels[1200:])
assert issubclass(keras.wrappers.SKLearnClassifier, ClassifierMixin)
print(f"test accuracy {test_accuracy:.3f}")
